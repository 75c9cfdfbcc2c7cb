import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AuditAction } from '../audit/audit-action.ts'
import { changePassword } from './change-password.ts'
import { enter } from './enter.ts'
import { ExampleBrowser, ExampleInstallation } from './example.ts'
import { Person } from '../person/person.entity.ts'
import { Passwords } from './passwords.ts'
import { Session, SignInWay } from './session.entity.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const password = 'fyra hästar äter tapeter'
const other = 'fem hästar äter gardiner'
let andel: ExampleInstallation
let browser: ExampleBrowser
beforeEach(async () => {
  andel = await ExampleInstallation.open()
  browser = new ExampleBrowser()
})
afterEach(() => andel[Symbol.asyncDispose]())

const refused = (status: number, code: string) => expect.objectContaining({ status, code })
const tryIn = (email: string, typed: string, from = browser, means = andel) =>
  signIn(means, { email, password: typed }, from.exchange)
const sessions = () => andel.em.fork().findAll(Session)
const from = (index: number) => new ExampleBrowser(`198.51.100.${index}`)

describe('signing in', () => {
  it('takes the e-mail however it is written, and gives a new session', async () => {
    const { id, globalId } = await andel.add('Asa', { password })
    await tryIn(' ASA@b.example ', password)
    expect(await browser.whoIn(andel)).toBe(id)
    expect((await andel.person(id)).signedInAt).not.toBeNull()
    expect(await andel.told()).toEqual([
      {
        action: AuditAction.SIGN_IN,
        succeeded: true,
        actor: id,
        subject: globalId,
        details: { way: 'LOCAL', network: '192.0.2.0/24' },
      },
    ])
  })

  it('keeps the session to this host, from scripts and from what is kept', async () => {
    await andel.add('Asa', { password })
    const { exchange } = browser
    await signIn(andel, { email: 'asa@b.example', password }, exchange)
    expect(browser.answered['Cache-Control']).toBe('no-store')
    const [cookie, ...flags] = browser.answered['Set-Cookie']!.split('; ')
    expect(cookie).toMatch(/^__Host-andel=[\w-]{43}$/)
    expect(flags.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
    expect((await sessions())[0]!.tokenHash).not.toContain(cookie!.split('=')[1])
  })

  it('ends the earlier session of the browser, and no other', async () => {
    const { id } = await andel.add('Asa', { password })
    const elsewhere = new ExampleBrowser()
    await tryIn('asa@b.example', password, elsewhere)
    await tryIn('asa@b.example', password)
    const earlier = browser.cookie
    await tryIn('asa@b.example', password)
    expect(browser.cookie).not.toBe(earlier)
    expect(await sessions()).toHaveLength(2)
    expect(await elsewhere.whoIn(andel)).toBe(id)
    browser.cookie = earlier
    expect(await browser.whoIn(andel)).toBe('nobody')
  })

  it.each([
    ['a wrong password', 'WRONG_PASSWORD', 'asa@b.example', other],
    ['no account', 'UNKNOWN_ACCOUNT', 'bo@b.example', password],
    ['an account without a password', 'WRONG_PASSWORD', 'cia@b.example', ''],
    ['an account that is suspended', 'SUSPENDED', 'dan@b.example', password],
  ])('is refused alike, with the same work, for %s', async (_what, reason, email, typed) => {
    await andel.add('Asa', { password })
    await andel.add('Cia')
    await andel.add('Dan', { password, suspendedAt: new Date() })
    await andel.passwords.warmUp()
    const before = andel.passwords.computed
    await expect(tryIn(email, typed)).rejects.toThrow(refused(401, 'SIGN_IN_REFUSED'))
    expect(andel.passwords.computed - before).toBe(1)
    expect(browser.answered).toEqual({})
    expect(await sessions()).toEqual([])
    const [told] = await andel.told()
    const details = { way: 'LOCAL', reason, network: '192.0.2.0/24' }
    expect(told).toMatchObject({
      action: AuditAction.SIGN_IN,
      succeeded: false,
      actor: null,
      details,
    })
    expect(told!.subject === null).toBe(reason === 'UNKNOWN_ACCOUNT')
  })

  it('waits after five tries that failed, wherever they came from', async () => {
    await andel.add('Asa', { password })
    for (let tries = 0; tries < 5; tries++)
      await expect(tryIn('asa@b.example', other, from(tries))).rejects.toThrow(
        refused(401, 'SIGN_IN_REFUSED'),
      )
    const sixth = from(6)
    await expect(tryIn('asa@b.example', password, sixth)).rejects.toThrow(
      refused(429, 'TOO_MANY_TRIES'),
    )
    expect(sixth.answered).toEqual({ 'Retry-After': '30' })
  })

  it('forgets the tries of an account when one succeeds', async () => {
    await andel.add('Asa', { password })
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 3; tries++)
        await expect(tryIn('asa@b.example', other)).rejects.toThrow(refused(401, 'SIGN_IN_REFUSED'))
      await tryIn('asa@b.example', password)
    }
  })

  it('hashes the password anew when hashes have become dearer, and only then', async () => {
    const { id, passwordHash } = await andel.add('Asa', { password })
    await tryIn('asa@b.example', password)
    expect((await andel.person(id)).passwordHash).toBe(passwordHash)
    const dearer = {
      ...andel,
      em: andel.em,
      passwords: new Passwords({ memory: 16, passes: 1, lanes: 1 }),
    }
    await signIn(dearer, { email: 'asa@b.example', password }, browser.exchange)
    expect((await andel.person(id)).passwordHash).toContain('$m=16,t=1,p=1$')
    await tryIn('asa@b.example', password)
  })

  it('leaves a password alone that was changed meanwhile', async () => {
    const { id } = await andel.add('Asa', { password })
    const dearer = new Passwords({ memory: 16, passes: 1, lanes: 1 })
    const hash = dearer.hash.bind(dearer)
    dearer.hash = async (text) => {
      await andel.em.fork().nativeUpdate(Person, { id }, { passwordHash: 'another' })
      return hash(text)
    }
    const means = { ...andel, em: andel.em, passwords: dearer }
    await signIn(means, { email: 'asa@b.example', password }, browser.exchange)
    expect((await andel.person(id)).passwordHash).toBe('another')
  })

  it('lets nobody in who has been suspended since', async () => {
    const { id } = await andel.add('Asa', { suspendedAt: new Date() })
    await expect(
      enter(andel, { person: id, way: SignInWay.OIDC }, browser.exchange),
    ).rejects.toThrow()
    expect(browser.answered).toEqual({})
  })
})

describe('signing out', () => {
  it('ends this session alone, tells so and empties the cookie', async () => {
    const { id } = await andel.add('Asa', { password })
    const elsewhere = new ExampleBrowser()
    await tryIn('asa@b.example', password, elsewhere)
    await tryIn('asa@b.example', password)
    expect(await browser.whoIn(andel)).toBe(id)
    const { cookie } = browser
    await signOut(andel, browser.exchange)
    expect(browser.answered['Set-Cookie']).toMatch(/^__Host-andel=; .*Max-Age=0$/)
    browser.cookie = cookie
    expect(await browser.whoIn(andel)).toBe('nobody')
    expect(await elsewhere.whoIn(andel)).toBe(id)
    expect((await andel.told()).at(-1)).toMatchObject({
      action: AuditAction.SIGN_OUT,
      actor: id,
      succeeded: true,
    })
  })

  it('is harmless without a session', async () => {
    await signOut(andel, browser.exchange)
    browser.cookie = `__Host-andel=${'x'.repeat(43)}`
    await signOut(andel, browser.exchange)
    expect(browser.answered['Set-Cookie']).toMatch(/^__Host-andel=; /)
    expect(await andel.told()).toEqual([])
  })
})

describe('changing the own password', () => {
  const change = (current: string, to: string, means = andel) =>
    changePassword(means, { current, password: to }, browser.exchange)

  it('ends every session and gives this browser a new one', async () => {
    const { id, globalId } = await andel.add('Asa', { password })
    await tryIn('asa@b.example', password, new ExampleBrowser())
    await tryIn('asa@b.example', password)
    const earlier = browser.cookie
    await change(password, other)
    expect(browser.cookie).not.toBe(earlier)
    expect(await browser.whoIn(andel)).toBe(id)
    expect((await sessions()).map(({ way }) => way)).toEqual(['LOCAL'])
    await tryIn('asa@b.example', other, from(1))
    expect(
      (await andel.told()).find(({ action }) => action === AuditAction.PASSWORD_CHANGED),
    ).toEqual({
      action: AuditAction.PASSWORD_CHANGED,
      succeeded: true,
      actor: id,
      subject: globalId,
      details: { sessions: 2 },
    })
  })

  it('is refused with a wrong password, and for five such for a while', async () => {
    const { id } = await andel.add('Asa', { password })
    await tryIn('asa@b.example', password)
    for (let tries = 0; tries < 5; tries++)
      await expect(change(other, other)).rejects.toThrow(refused(403, 'WRONG_PASSWORD'))
    await expect(change(password, other)).rejects.toThrow(refused(429, 'TOO_MANY_TRIES'))
    expect((await andel.told()).at(-1)).toMatchObject({
      actor: id,
      succeeded: false,
      details: { reason: 'WRONG_PASSWORD' },
    })
    expect(await browser.whoIn(andel)).toBe(id)
  })

  it('counts no try that succeeded, and takes no weak password', async () => {
    await andel.add('Asa', { password })
    await tryIn('asa@b.example', password)
    for (let tries = 0; tries < 8; tries++)
      await expect(change(password, 'kort')).rejects.toThrow(refused(400, 'PASSWORD_TOO_SHORT'))
    await tryIn('asa@b.example', password, from(1))
  })

  it('is for sessions alone', async () => {
    await expect(change(password, other)).rejects.toThrow(refused(401, 'UNAUTHENTICATED'))
    expect(andel.passwords.computed).toBe(0)
  })
})
