import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExampleInstallation } from '../example.ts'
import { Transactions, noTransaction } from './transactions.ts'
import { UsedSignIn } from './used-sign-in.entity.ts'

describe('a sign-in that has begun', () => {
  let andel: ExampleInstallation
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00Z') })
    andel = await ExampleInstallation.open()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await andel[Symbol.asyncDispose]()
  })
  const begun = { state: 's', nonce: 'n', verifier: 'v', till: '/å' }
  const back = (transactions: Transactions, cookie?: string) =>
    transactions.begunIn({ headers: cookie === undefined ? {} : { cookie } })

  it('is known in its browser again, by any process, for ten minutes', async () => {
    const [one, another] = [new Transactions(andel.em), new Transactions(andel.em)]
    const [cookie, ...flags] = (await one.keep(begun)).split('; ')
    expect(cookie).toMatch(/^__Host-andel-oidc=[\w.-]+$/)
    expect(flags.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=600',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
    expect(cookie).not.toContain(Buffer.from('nonce').toString('base64url'))
    for (const held of [cookie!, `a=1; ${cookie}; b=2`])
      expect(await back(another, held)).toMatchObject(begun)
    vi.setSystemTime(Date.now() + 599_000)
    expect(await back(another, cookie)).toMatchObject(begun)
    vi.setSystemTime(Date.now() + 2000)
    expect(await back(another, cookie)).toBeUndefined()
    expect(noTransaction).toMatch(/^__Host-andel-oidc=; Path=\/; Secure; .*Max-Age=0$/)
  })

  it('is none in a browser that holds none, or one that was not sealed here', async () => {
    const transactions = new Transactions(andel.em)
    const [cookie] = (await transactions.keep(begun)).split('; ')
    const forged = cookie!.replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A'))
    const wrong = [
      undefined,
      '',
      'a=1',
      '__Host-andel-oidc=',
      '__Host-andel-oidc=a.b',
      `x${cookie}`,
      `${cookie}%`,
      forged,
    ]
    for (const held of wrong)
      expect([held, await back(transactions, held)]).toEqual([held, undefined])
    await using elsewhere = await ExampleInstallation.open()
    expect(await back(new Transactions(elsewhere.em), cookie)).toBeUndefined()
  })

  it('is used once, also by two at the same time, and noted until it is too old', async () => {
    const transactions = new Transactions(andel.em)
    expect(await Promise.all([1, 2].map(() => transactions.use(begun)))).toEqual([true, false])
    expect(await transactions.use({ ...begun, state: 't' })).toBe(true)
    vi.setSystemTime(Date.now() + 600_000)
    expect(await transactions.use({ ...begun, state: 'u' })).toBe(true)
    expect(await andel.em.fork().count(UsedSignIn)).toBe(3)
    vi.setSystemTime(Date.now() + 1)
    await transactions.use({ ...begun, state: 'v' })
    expect(await andel.em.fork().count(UsedSignIn)).toBe(2)
  })

  it('is not taken for one that is used when the database fails, which is asked again', async () => {
    const transactions = new Transactions(andel.em)
    andel.isBroken = true
    const { execute } = andel.em.getConnection()
    const run = execute.bind(andel.em.getConnection())
    await run('alter table server_secret rename to away')
    await expect(transactions.keep(begun)).rejects.toThrow('server_secret')
    await run('alter table away rename to server_secret')
    expect(await transactions.keep(begun)).toMatch(/^__Host-andel-oidc=/)
    await run('drop table used_sign_in')
    await expect(transactions.use(begun)).rejects.toThrow('used_sign_in')
    await run('drop table server_secret')
    await expect(back(new Transactions(andel.em), '__Host-andel-oidc=a.b')).rejects.toThrow(
      'server_secret',
    )
  })
})
