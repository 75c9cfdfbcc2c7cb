import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OidcProvider } from './oidc-provider.ts'
import {
  callback,
  entrance,
  failures,
  home,
  newTraveller,
  signInAs,
  startAt,
  whoIsIn,
} from './oidc-sign-in.ts'
import { Installation, first } from './sign-in.ts'

let provider: OidcProvider
let andel: Installation
beforeAll(async () => {
  provider = await OidcProvider.start(callback)
  andel = await startAt(provider.settings)
})
afterAll(async () => {
  await andel[Symbol.asyncDispose]()
  await provider[Symbol.asyncDispose]()
})

const people = () =>
  andel.run<{ id: string; name: string; email: string; login: string | null }>(
    'select id, name, email, login from person order by created_at',
  )

describe('signing in at a provider', () => {
  it('is offered, beside passwords', async () => {
    const { body } = await andel.browser().post('/graphql', {
      query: '{ installation { ways provider } }',
    })
    expect(body).toMatchObject({
      data: { installation: { ways: ['OIDC', 'LOCAL'], provider: 'Kommunens konto' } },
    })
  })

  it('asks with a code, PKCE, state and nonce, and keeps them sealed in the browser', async () => {
    const { status, location, headers } = await newTraveller(andel).get(entrance)
    expect(status).toBe(303)
    expect(headers.get('cache-control')).toBe('no-store')
    const asked = Object.fromEntries(new URL(location).searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const [cookie, ...others] = headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(
      /^__Host-andel-oidc=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/,
    )
    for (const secret of [asked['state']!, asked['nonce']!]) expect(cookie).not.toContain(secret)
  })

  it('makes a new person without rights, and goes on to the page that was asked for', async () => {
    provider.accounts.set('lisa', { name: 'Lisa Berg', email: 'Lisa.Berg@krokom.example' })
    const traveller = newTraveller(andel)
    const end = await signInAs(traveller, 'lisa', { from: `${entrance}?till=/budget%3Far%3D2022` })
    expect(end).toBe(`${home}/budget?ar=2022`)
    expect(await whoIsIn(andel, traveller)).toMatchObject({
      name: 'Lisa Berg',
      email: 'Lisa.Berg@krokom.example',
      grants: [],
    })
    expect(traveller.cookie(home, '__Host-andel-oidc')).toBeUndefined()
    const sessions = await andel.run("select way from session where way = 'OIDC'")
    expect(sessions).toHaveLength(1)
    const kept = await andel.run('select * from person, session, audit_entry, used_sign_in')
    expect(JSON.stringify(kept)).not.toMatch(/eyJ/) // no token of the provider's
  })

  it('finds the same person again, under the name of now', async () => {
    const before = await people()
    provider.accounts.set('lisa', { name: 'Lisa Berg Ek', email: 'lisa.ek@krokom.example' })
    const traveller = newTraveller(andel)
    await signInAs(traveller, 'lisa')
    expect(await whoIsIn(andel, traveller)).toMatchObject({
      name: 'Lisa Berg Ek',
      email: 'lisa.ek@krokom.example',
    })
    expect((await people()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    const entries = await andel.run<{ details: string }>(
      "select cast(details as text) as details from audit_entry where action = 'PERSON_CHANGED'",
    )
    expect(entries.map(({ details }) => JSON.parse(details))).toEqual([{ fields: 'name, email' }])
  })

  it('goes by the subject: who has the same e-mail is somebody else', async () => {
    const claims = { name: 'Lisa Berg Ek', email: 'lisa.ek@krokom.example' }
    provider.accounts.set('another-lisa', claims)
    const travellers = [newTraveller(andel), newTraveller(andel)] as const
    await signInAs(travellers[0], 'lisa')
    await signInAs(travellers[1], 'another-lisa')
    const [one, other] = await Promise.all(travellers.map((each) => whoIsIn(andel, each)))
    expect(one).toMatchObject(claims)
    expect(other).toMatchObject(claims)
    expect(one).not.toMatchObject({ id: (other as { id: string }).id })
  })

  it('never opens an account with a password, whatever the e-mail', async () => {
    provider.accounts.set('impostor', { name: first.name, email: first.email })
    const traveller = newTraveller(andel)
    await signInAs(traveller, 'impostor')
    expect(await whoIsIn(andel, traveller)).toMatchObject({ email: first.email, grants: [] })
    const [local] = (await people()).filter(({ login }) => login === first.email)
    expect(await whoIsIn(andel, traveller)).not.toMatchObject({
      id: Buffer.from(`Person:${local!.id}`).toString('base64url'),
    })
    const browser = andel.browser()
    await browser.post('/sign-in', { email: first.email, password: first.password })
    expect(await browser.whoAmI()).toBe(first.name)
  })

  it('does without a name and an e-mail, and takes nothing that is not shown', async () => {
    provider.accounts.set('nobody', {})
    provider.accounts.set('odd', { name: `A\u202eB\n${'c'.repeat(300)}`, email: '"><script>' })
    for (const [subject, name] of [
      ['nobody', /^Person [0-9a-f]{8}$/],
      ['odd', /^A B c{196}$/],
    ] as const) {
      const traveller = newTraveller(andel)
      await signInAs(traveller, subject)
      expect(await whoIsIn(andel, traveller)).toMatchObject({
        name: expect.stringMatching(name),
        email: '',
      })
    }
  })

  it('tells who is suspended nothing but that it did not go well', async () => {
    await andel.run("update person set suspended_at = ? where subject = 'lisa'", [new Date(1)])
    const traveller = newTraveller(andel)
    expect(await signInAs(traveller, 'lisa', { from: `${entrance}?till=/konto` })).toBe(
      `${home}/logga-in?fel=nekad&till=%2Fkonto`,
    )
    expect(await whoIsIn(andel, traveller)).toBe('UNAUTHENTICATED')
    expect((await failures(andel)).at(-1)).toBe('SUSPENDED')
  })

  it('gives nobody anything for a code that was stolen on its way, or used before', async () => {
    const [victim, thief] = [newTraveller(andel), newTraveller(andel)]
    const form = await victim.follow(entrance, /\/login\//)
    const answer = new URL(await victim.follow(`${form}?subject=odd`, /\/callback\?/))
    const use = async (): Promise<string> => {
      const asked = new URL((await thief.get(entrance)).location).searchParams
      const stolen = new URL(answer)
      stolen.searchParams.set('state', asked.get('state')!)
      return (await thief.get(stolen.href)).location
    }
    expect(await use()).toBe(`${home}/logga-in?fel=nekad`) // PKCE: the proof is in the victim's browser
    expect((await victim.get(answer.href)).location).toBe(`${home}/`)
    expect(await use()).toBe(`${home}/logga-in?fel=nekad`) // and it is spent
    expect(await whoIsIn(andel, thief)).toBe('UNAUTHENTICATED')
  })

  it('can be given up', async () => {
    const traveller = newTraveller(andel)
    expect(await signInAs(traveller, '')).toBe(`${home}/logga-in?fel=avbruten`)
    expect((await failures(andel)).at(-1)).toBe('PROVIDER_REFUSED')
  })

  it('waits for the first administrator', async () => {
    await using empty = await Installation.start({ publicUrl: home, oidc: provider.settings })
    const traveller = newTraveller(empty)
    expect((await traveller.get(entrance)).location).toBe(`${home}/kom-igang`)
    expect((await traveller.get(`${callback}?code=a&state=b`)).location).toBe(`${home}/kom-igang`)
    expect(await empty.run('select id from person')).toEqual([])
  })
})
