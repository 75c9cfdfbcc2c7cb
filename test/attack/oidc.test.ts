// Expected: nobody is signed in; back to /logga-in with a word from a list
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  callback,
  entrance,
  failures,
  home,
  newTraveller,
  startAt,
  whoIsIn,
} from '../api/oidc-sign-in.ts'
import type { Installation } from '../api/sign-in.ts'
import type { Traveller } from '../api/traveller.ts'
import { type Forge, HostileIssuer, unsigned } from './hostile-issuer.ts'

let issuer: HostileIssuer
let andel: Installation
beforeAll(async () => {
  issuer = await HostileIssuer.start()
  andel = await startAt(issuer.settings)
})
afterAll(async () => {
  await andel[Symbol.asyncDispose]()
  await issuer[Symbol.asyncDispose]()
})
let traveller: Traveller
beforeEach(() => {
  traveller = newTraveller(andel)
  issuer.forge = (claims) => issuer.sign(claims)
})

/** Begins to sign in. Returns what Andel asks the issuer for. */
async function begin(by: Traveller = traveller, from = entrance): Promise<URLSearchParams> {
  const asked = new URL((await by.get(from)).location).searchParams
  issuer.expect(asked)
  return asked
}

/** Comes back from the issuer. Returns where Andel leads on to. */
async function comeBack(
  answer: Record<string, string>,
  by: Traveller = traveller,
): Promise<string> {
  return (await by.get(`${callback}?${new URLSearchParams(answer)}`)).location
}

const failed = (code: string): string => `${home}/logga-in?fel=${code}`
const stateOf = (asked: URLSearchParams): string => asked.get('state')!

/** Signs in with whatever the issuer forges. */
async function signIn(from = entrance): Promise<string> {
  return comeBack({ code: 'c', state: stateOf(await begin(traveller, from)) })
}

async function expectNobody(by: Traveller = traveller): Promise<void> {
  expect(await whoIsIn(andel, by)).toBe('UNAUTHENTICATED')
}

describe('a token', () => {
  it('that is as it should be signs in', async () => {
    expect(await signIn()).toBe(`${home}/`)
    expect(await whoIsIn(andel, traveller)).toMatchObject({ name: 'Victim' })
    expect(issuer.redeemed.at(-1)!.get('code_verifier')).toMatch(/^[\w-]{43}$/)
  })

  const past = Math.floor(Date.now() / 1000) - 3600
  const forged: Record<string, Forge> = {
    'alg none': async (claims) => `${unsigned({ alg: 'none' }, claims)}.`,
    'alg none, written otherwise': async (claims) => `${unsigned({ alg: 'nOnE' }, claims)}.`,
    'alg none, with a signature': async (claims, { sign }) =>
      `${unsigned({ alg: 'none' }, claims)}.${(await sign.call(issuer, claims)).split('.')[2]}`,
    'alg HS256 with the public key as its secret': (claims) => issuer.signWithPublicKey(claims),
    'no signature': async (claims) => `${unsigned({ alg: 'RS256' }, claims)}.`,
    'a signature by another key': async (claims) =>
      issuer.sign(claims, (await generateKeyPair('RS256')).privateKey),
    'a signature of other claims': async (claims) => {
      const [, , signature] = (await issuer.sign(claims)).split('.')
      return `${unsigned({ alg: 'RS256' }, { ...claims, sub: 'admin' })}.${signature}`
    },
    'a wrong issuer': (claims) => issuer.sign({ ...claims, iss: 'https://evil.example' }),
    'a wrong audience': (claims) => issuer.sign({ ...claims, aud: 'another-client' }),
    'a wrong nonce': (claims) => issuer.sign({ ...claims, nonce: 'another' }),
    'a missing nonce': (claims) => issuer.sign({ ...claims, nonce: undefined }),
    'a time that has passed': (claims) => issuer.sign({ ...claims, iat: past, exp: past + 60 }),
    'no end': (claims) => issuer.sign({ ...claims, exp: undefined }),
    'no subject': (claims) => issuer.sign({ ...claims, sub: undefined }),
    'an empty subject': (claims) => issuer.sign({ ...claims, sub: '' }),
    'an endless subject': (claims) => issuer.sign({ ...claims, sub: 's'.repeat(256) }),
    'a subject that is no text': (claims) => issuer.sign({ ...claims, sub: { $ne: null } }),
    'nothing in it': async () => '',
    'no shape': async () => ['a', 'b'],
  }
  it.each(Object.entries(forged))('with %s is refused', async (_what, forge) => {
    const people = await andel.run('select id from person')
    issuer.forge = forge
    expect(await signIn()).toBe(failed('nekad'))
    await expectNobody()
    expect(await andel.run('select id from person')).toEqual(people)
    expect((await failures(andel)).at(-1)).toBe('BAD_ANSWER')
  })
})

describe('coming back', () => {
  it('twice with the same answer signs in once: replay', async () => {
    const state = stateOf(await begin())
    const cookie = traveller.cookie(home, '__Host-andel-oidc')!
    expect(await comeBack({ code: 'c', state })).toBe(`${home}/`)
    const thief = newTraveller(andel)
    thief.keep(home, '__Host-andel-oidc', cookie) // even with the victim's cookie
    const redeemed = issuer.redeemed.length
    expect(await comeBack({ code: 'c', state }, thief)).toBe(failed('for-sent'))
    expect(issuer.redeemed).toHaveLength(redeemed) // the code is not even tried
    await expectNobody(thief)
  })

  it('with a code of somebody else’s sign-in is refused: the proof is another', async () => {
    const stolen = await begin(newTraveller(andel))
    const own = await begin()
    issuer.forge = (claims) => issuer.sign({ ...claims, nonce: stolen.get('nonce') })
    expect(await comeBack({ code: 'stolen', state: stateOf(own) })).toBe(failed('nekad'))
    await expectNobody()
  })

  it('without a cookie is refused: a sign-in that this browser has not begun', async () => {
    const state = stateOf(await begin())
    const victim = newTraveller(andel)
    expect(await comeBack({ code: 'attacker', state }, victim)).toBe(failed('for-sent'))
    await expectNobody(victim)
  })

  it('with the state of another browser is refused, and spoils nothing: CSRF', async () => {
    const attackers = stateOf(await begin(newTraveller(andel)))
    const own = stateOf(await begin())
    for (const state of [attackers, '', `${own}x`])
      expect(await comeBack({ code: 'attacker', state })).toBe(failed('for-sent'))
    expect(await comeBack({ code: 'attacker' })).toBe(failed('for-sent'))
    await expectNobody()
    expect(await comeBack({ code: 'c', state: own })).toBe(`${home}/`)
  })

  it('with a cookie that was not sealed here is refused', async () => {
    const state = stateOf(await begin())
    const cookie = traveller.cookie(home, '__Host-andel-oidc')!
    const [head, ...rest] = cookie.split('.')
    for (const forged of [
      unsigned({ alg: 'none' }, { state, nonce: 'n', verifier: 'v', till: '/' }),
      `${unsigned({ alg: 'dir', enc: 'A128GCM' }, {}).split('.')[0]}.${rest.join('.')}`,
      `${head}.${rest.join('.').slice(0, -4)}AAAA`,
      'x',
    ]) {
      traveller.keep(home, '__Host-andel-oidc', forged)
      expect(await comeBack({ code: 'c', state })).toBe(failed('for-sent'))
    }
    await expectNobody()
  })

  it('from another issuer than was asked is refused: mix-up', async () => {
    const state = stateOf(await begin())
    const redeemed = issuer.redeemed.length
    const iss = 'https://honest.example'
    expect(await comeBack({ code: 'c', state, iss })).toBe(failed('nekad'))
    expect(issuer.redeemed).toHaveLength(redeemed) // no code is handed to the wrong one
    await expectNobody()
  })

  it('shows nothing of what a provider writes', async () => {
    for (const error of ['access_denied', 'server_error', '"><script>alert(1)</script>']) {
      const state = stateOf(await begin())
      const page = await comeBack({
        error,
        error_description: '<script>alert(1)</script>',
        error_uri: 'javascript:alert(1)',
        state,
      })
      expect(page).toBe(failed(error === 'access_denied' ? 'avbruten' : 'nekad'))
    }
  })

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('leads nowhere but to Andel: %j', async (till) => {
    expect(await signIn(`${entrance}?${new URLSearchParams({ till })}`)).toBe(`${home}/`)
    const twice = new URLSearchParams([
      ['till', till],
      ['till', till],
    ])
    expect(await signIn(`${entrance}?${twice}`)).toBe(`${home}/`)
  })

  it('is asked for by GET alone', async () => {
    for (const path of ['/sign-in/oidc', '/sign-in/oidc/callback']) {
      const { status } = await fetch(`${andel.address}${path}?code=c&state=s`, { method: 'POST' })
      expect(status).toBe(405)
    }
  })

  it('too often without success is refused', async () => {
    for (let tries = 0; tries < 30; tries++) await comeBack({ code: 'c', state: 's' })
    const entries = (await failures(andel)).length
    expect(await signIn()).toBe(failed('for-manga'))
    expect(await failures(andel)).toHaveLength(entries) // a flood does not fill the log
  })
})

async function portOfNobody(): Promise<number> {
  await using gone = await HostileIssuer.start()
  return Number(new URL(gone.address).port)
}

describe('a provider', () => {
  it('that answers without end is not listened to', async () => {
    issuer.flood = '/token'
    expect(await signIn()).toBe(failed('nekad'))
    issuer.flood = undefined
    await expectNobody()
  })

  it('that is down is told so, and is found when it is back', async () => {
    const port = await portOfNobody()
    await using other = await startAt({ ...issuer.settings, issuer: `http://127.0.0.1:${port}` })
    const by = newTraveller(other)
    expect((await by.get(`${entrance}?till=/konto`)).location).toBe(
      `${failed('svarar-inte')}&till=%2Fkonto`,
    )
    expect(await other.browser().post('/sign-in', {})).toMatchObject({ status: 400 }) // the rest works
    await using back = await HostileIssuer.start(port)
    await expect
      .poll(async () => (await by.get(entrance)).location, { timeout: 5000 })
      .toContain(`${back.address}/authorize`)
  })

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['an address that is none', { authorization_endpoint: 'javascript:alert(1)' }],
    ['nothing', { issuer: undefined, authorization_endpoint: undefined }],
  ])('that says that it is %s is not believed', async (_what, lie) => {
    await using liar = await HostileIssuer.start()
    Object.assign(liar.metadata, lie)
    await using other = await startAt(liar.settings)
    expect((await newTraveller(other).get(entrance)).location).toBe(failed('svarar-inte'))
  })
})
