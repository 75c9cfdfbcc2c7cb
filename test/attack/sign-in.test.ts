// Expected: 401 SIGN_IN_REFUSED, the same for every account; 429 TOO_MANY_TRIES; 404 once set up
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FormAnswer, Installation, first } from '../api/sign-in.ts'

let andel: Installation
let code: string

beforeAll(async () => {
  andel = await Installation.start({ trustedProxies: ['10.0.0.0/8'] })
  code = andel.app.setUpCode!
})
afterAll(() => andel[Symbol.asyncDispose]())

const told = ({ status, code: why }: FormAnswer) => [status, why]
const wrong = { email: first.email, password: 'fel fel fel fel' }
const credentials = { email: first.email, password: first.password }

describe('before set-up', () => {
  it('a guessed code is refused, again and again, until it has to wait', async () => {
    const answers: FormAnswer[] = []
    for (let tries = 0; tries < 6; tries++) {
      answers.push(
        await andel.browser().post('/set-up', { ...first, code: `0000-0000-0000-000${tries}` }),
      )
    }
    expect(answers.slice(0, 5).map(told)).toEqual(Array(5).fill([403, 'WRONG_CODE']))
    expect(told(answers[5]!)).toEqual([429, 'TOO_MANY_TRIES'])
    expect(Number(answers[5]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answers.map(({ headers }) => headers.get('set-cookie'))).toEqual(Array(6).fill(null))
  })

  it('there is no account, so no password fits', async () => {
    for (const password of ['admin', 'password', '']) {
      const answer = await andel.browser().post('/sign-in', { email: 'admin', password })
      expect(told(answer)).toEqual([401, 'SIGN_IN_REFUSED'])
    }
  })
})

describe('after set-up', () => {
  it('the same code makes nobody, nor does any other', async () => {
    await using other = await Installation.start()
    const { setUpCode } = other.app
    await other.setUp()
    for (const guess of [setUpCode, '', code]) {
      const answer = await other
        .browser()
        .post('/set-up', { ...first, code: guess, email: 'x@b.example' })
      expect(told(answer)).toEqual([404, 'NOT_FOUND'])
    }
    expect(other.app.setUpCode).toBeUndefined()
    expect(await other.run('select id from person')).toHaveLength(1)
  })

  it('two that come at once make one administrator', async () => {
    await using other = await Installation.start()
    const form = { ...first, code: other.app.setUpCode }
    const answers = await Promise.all([1, 2, 3].map(() => other.browser().post('/set-up', form)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404, 404])
    expect(await other.run('select id from person')).toHaveLength(1)
  })
})

describe('a password that is guessed', () => {
  let own: Installation
  beforeAll(async () => {
    own = await Installation.start()
    await own.setUp()
    await own.add('no-password')
    await own.add('gone', { suspended_at: Date.now() })
    await own.run(
      "update person set password_hash = (select password_hash from person where name = ?) where id = 'gone'",
      [first.name],
    )
  })
  afterAll(() => own[Symbol.asyncDispose]())

  it('is answered alike and with the same work, whether there is such an account or not', async () => {
    const answers: unknown[] = []
    for (const form of [
      wrong,
      { ...wrong, email: 'nobody@b.example' },
      { ...wrong, email: 'no-password@b.example' },
      { ...credentials, email: 'gone@b.example' },
      { ...wrong, email: 'asa@b.example\r\nSet-Cookie: a=b' },
      { ...wrong, email: "' or 1=1 --" },
      { ...wrong, email: '' },
    ]) {
      const before = own.app.passwordsHashed
      const { status, headers, body } = await own.browser().post('/sign-in', form)
      const others = Object.fromEntries([...headers].filter(([name]) => name !== 'date'))
      answers.push({ status, headers: others, body, work: own.app.passwordsHashed - before })
    }
    expect(answers[0]).toMatchObject({ status: 401, work: 1 })
    expect(answers[0]).toMatchObject({ headers: { 'cache-control': 'no-store' } })
    expect(answers).toEqual(Array(answers.length).fill(answers[0]))
  })

  it.each([
    ['an account', first.email],
    ['an account that does not exist', 'nobody-else@b.example'],
  ])('again and again for %s has to wait, also with the right one', async (_which, email) => {
    const answers: FormAnswer[] = []
    for (let tries = 0; tries < 6; tries++)
      answers.push(await own.browser().post('/sign-in', { ...wrong, email: email.toUpperCase() }))
    expect(told(answers.at(-1)!)).toEqual([429, 'TOO_MANY_TRIES'])
    expect(answers.at(-1)!.headers.get('retry-after')).toMatch(/^(2\d|30)$/)
    expect(told(await own.browser().post('/sign-in', { ...credentials, email }))).toEqual([
      429,
      'TOO_MANY_TRIES',
    ])
  })

  it('for many accounts from one address has to wait, whatever X-Forwarded-For says', async () => {
    await using other = await Installation.start() // which trusts no proxy
    const answers: FormAnswer[] = []
    for (let tries = 0; tries < 31; tries++) {
      const forged = {
        'x-forwarded-for': `198.51.100.${tries}`,
        forwarded: `for=198.51.100.${tries}`,
      }
      const form = { ...wrong, email: `a${tries}@b.example` }
      answers.push(await other.browser(forged).post('/sign-in', form))
    }
    expect(answers.slice(0, 30).map(({ status }) => status)).toEqual(Array(30).fill(401))
    expect(told(answers[30]!)).toEqual([429, 'TOO_MANY_TRIES'])
  }, 60_000)

  it('all at once is computed for no more than may be tried', async () => {
    await using other = await Installation.start()
    const before = other.app.passwordsHashed
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => other.browser().post('/sign-in', wrong)),
    )
    expect(other.app.passwordsHashed - before).toBe(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(95)
  })
})

describe('X-Forwarded-For', () => {
  it('counts from a trusted proxy, up to the first address that is none', async () => {
    await using other = await Installation.start({ trustedProxies: ['loopback', '10.0.0.0/8'] })
    const from = (forwarded: string, tries: number) =>
      other
        .browser({ 'x-forwarded-for': forwarded })
        .post('/sign-in', { ...wrong, email: `a${forwarded}${tries}@b.example` })
    for (let tries = 0; tries < 30; tries++)
      await from(`${tries}.9.9.9, 198.51.100.7, 10.1.1.1`, tries)
    expect((await from('1.1.1.1, 198.51.100.7', 30)).status).toBe(429)
    expect((await from('1.1.1.1, 198.51.100.8', 31)).status).toBe(401)
  }, 60_000)
})

describe('an invitation', () => {
  it.each(['unknown', 'too old', 'of somebody suspended', 'of somebody who signs in elsewhere'])(
    'that is %s is answered as any that never was',
    async (which) => {
      const id = which.replaceAll(' ', '-')
      await andel.add(id, {
        suspended_at: which.includes('suspended') ? 1 : null,
        ...(which.includes('elsewhere') && { login: null }),
      })
      const invited = await andel.invite(id, which === 'too old' ? -1 : 60_000)
      const form = {
        code: which === 'unknown' ? 'A'.repeat(43) : invited,
        password: first.password,
      }
      const { status, body } = await andel.browser().post('/invitation', form)
      expect(status).toBe(404)
      expect(body).toEqual((await andel.browser().post('/invitation', { code: '' })).body)
    },
  )
})
