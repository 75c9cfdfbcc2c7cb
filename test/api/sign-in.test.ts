import { argon2Sync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, Installation, first } from './sign-in.ts'

let andel: Installation
let admin: Browser
const code = (): string => andel.app.setUpCode!

beforeAll(async () => {
  andel = await Installation.start()
})
afterAll(() => andel[Symbol.asyncDispose]())

const signIn = (form: object = {}): Promise<Browser> => {
  const browser = andel.browser()
  return browser.post('/sign-in', { ...first, ...form }).then(() => browser)
}

describe('set-up', () => {
  it('is told of to whoever comes, and shown no code', async () => {
    const { body } = await andel.browser().post('/graphql', {
      query: '{ installation { demo isSetUp ways provider } }',
    })
    expect(body).toEqual({
      data: { installation: { demo: false, isSetUp: false, ways: ['LOCAL'], provider: null } },
    })
    expect(code()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it.each([
    [{ name: ' ' }, 'BAD_NAME'],
    [{ name: 'a\r\nb' }, 'BAD_NAME'],
    [{ email: 'asa' }, 'BAD_EMAIL'],
    [{ email: 'asa@b.example\r\nBcc: c@d.example' }, 'BAD_EMAIL'],
    [{ password: 'elva tecken' }, 'PASSWORD_TOO_SHORT'],
    [{ password: 'Lindström2026' }, 'PASSWORD_PERSONAL'],
    [{ password: 'lösenord2026' }, 'PASSWORD_COMMON'],
    [{ name: undefined }, 'BAD_INPUT'],
  ])('refuses %j', async (form, refusal) => {
    const answer = await andel.browser().post('/set-up', { code: code(), ...first, ...form })
    expect([answer.status, answer.code]).toEqual([400, refusal])
  })

  it('makes the first administrator, who is signed in, with the code however it is typed', async () => {
    const typed = code().toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    admin = andel.browser()
    const { status } = await admin.post('/set-up', { ...first, code: typed })
    expect(status).toBe(204)
    const { body } = await admin.post('/graphql', {
      query:
        '{ viewer { name email hasPassword grants { role jointService { id } } } installation { isSetUp } }',
    })
    expect(body).toMatchObject({
      data: {
        viewer: {
          name: first.name,
          email: first.email,
          hasPassword: true,
          grants: [{ role: 'ADMIN', jointService: null }],
        },
        installation: { isSetUp: true },
      },
    })
  })
})

describe('signing in', () => {
  it('takes the e-mail however it is written, and the password as it is', async () => {
    expect(await (await signIn({ email: ' ASA@B.example' })).whoAmI()).toBe(first.name)
    expect(await (await signIn({ password: ` ${first.password}` })).whoAmI()).toBe(
      'UNAUTHENTICATED',
    )
  })

  it('keeps no password, and hashes it anew when that has become too cheap', async () => {
    const kept = () => andel.run<{ password_hash: string }>('select password_hash from person')
    const [{ password_hash: before }] = (await kept()) as [{ password_hash: string }]
    expect(before).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    await andel.run('update person set password_hash = ?', [cheaper(first.password)])
    expect(await (await signIn()).whoAmI()).toBe(first.name)
    const [{ password_hash: after }] = (await kept()) as [{ password_hash: string }]
    expect(after).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await (await signIn()).whoAmI()).toBe(first.name)
  })

  it('ends with signing out, which empties the cookie', async () => {
    const browser = await signIn()
    const { status, headers } = await browser.post('/sign-out', {})
    expect([status, headers.get('set-cookie')]).toEqual([
      204,
      '__Host-andel=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
    expect((await andel.browser().post('/sign-out', {})).status).toBe(204)
  })

  it('ends after an hour without use, and after twelve with it', async () => {
    const hour = 3_600_000
    for (const [column, ago] of [
      ['seen_at', hour],
      ['created_at', 12 * hour],
    ] as const) {
      const browser = await signIn()
      await andel.run(
        `update session set ${column} = ? where id = (select id from session order by created_at desc limit 1)`,
        [new Date(Date.now() - ago - 1000)],
      )
      await expect.poll(() => browser.whoAmI(), { timeout: 3000 }).toBe('UNAUTHENTICATED')
    }
  })
})

describe('an invitation', () => {
  it('says whom it invites, lets that person choose a password once, and signs in', async () => {
    await andel.add('bo', { name: 'Bo Ek' })
    const invitation = await andel.invite('bo')
    const bo = andel.browser()
    expect((await bo.post('/invitation', { code: invitation })).body).toEqual({
      name: 'Bo Ek',
      email: 'bo@b.example',
    })
    const weak = await bo.post('/invitation', { code: invitation, password: 'kort' })
    expect([weak.status, weak.code]).toEqual([400, 'PASSWORD_TOO_SHORT'])
    const password = 'sju sjösjuka sjömän'
    expect((await bo.post('/invitation', { code: invitation, password })).status).toBe(204)
    expect(await bo.whoAmI()).toBe('Bo Ek')
    const again = await andel.browser().post('/invitation', { code: invitation, password })
    expect([again.status, again.code]).toEqual([404, 'NOT_FOUND'])
    expect(await (await signIn({ email: 'bo@b.example', password })).whoAmI()).toBe('Bo Ek')
  })

  it('ends the sessions that there are', async () => {
    const before = await signIn({ email: 'bo@b.example', password: 'sju sjösjuka sjömän' })
    const invitation = await andel.invite('bo')
    await andel
      .browser()
      .post('/invitation', { code: invitation, password: 'nio nya naturnära nät' })
    expect(await before.whoAmI()).toBe('UNAUTHENTICATED')
  })
})

describe('changing the password', () => {
  const current = first.password
  const password = 'nio nya naturnära nät'

  it('takes the present one, ends every other session and renews this one', async () => {
    const [here, there] = [await signIn(), await signIn()]
    const { cookie } = here
    const wrong = await here.post('/password', { current: 'fel', password })
    expect([wrong.status, wrong.code]).toEqual([403, 'WRONG_PASSWORD'])
    const weak = await here.post('/password', { current, password: 'Lindström2026' })
    expect([weak.status, weak.code]).toEqual([400, 'PASSWORD_PERSONAL'])
    expect((await here.post('/password', { current, password })).status).toBe(204)
    expect(here.cookie).not.toBe(cookie)
    expect(await here.whoAmI()).toBe(first.name)
    expect(await there.whoAmI()).toBe('UNAUTHENTICATED')
    expect(await (await signIn({ password })).whoAmI()).toBe(first.name)
    await here.post('/password', { current: password, password: current })
  })

  it('is for a session alone', async () => {
    const answer = await andel.browser().post('/password', { current, password })
    expect([answer.status, answer.code]).toEqual([401, 'UNAUTHENTICATED'])
  })
})

it('stands in the audit log, without what was typed', async () => {
  const entries = await andel.run<{ action: string; succeeded: number; details: string }>(
    'select action, cast(succeeded as int) as succeeded, details from audit_entry order by sequence',
  )
  const told = new Set(entries.map(({ action, succeeded }) => `${action} ${succeeded}`))
  for (const action of ['SET_UP', 'SIGN_IN', 'INVITATION_USED', 'PASSWORD_CHANGED'])
    expect([...told]).toContain(`${action} 1`)
  for (const action of ['SIGN_IN', 'INVITATION_USED', 'PASSWORD_CHANGED'])
    expect([...told]).toContain(`${action} 0`)
  expect([...told]).toContain('SIGN_OUT 1')
  expect(JSON.stringify(entries)).not.toMatch(/@|hästar|sjö|Åsa|__Host|\$argon2/)
})

/** A hash of a password as it may have been kept years ago. */
function cheaper(password: string): string {
  const nonce = randomBytes(16)
  const hash = argon2Sync('argon2id', {
    message: password,
    nonce,
    memory: 64,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=64,t=1,p=1$${text(nonce)}$${text(hash)}`
}
