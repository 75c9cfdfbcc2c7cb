import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AuditAction } from '../audit/audit-action.ts'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { ExampleBrowser, ExampleInstallation } from './example.ts'
import { Installation } from './installation.entity.ts'
import { Invitation } from './invitation.entity.ts'
import { invite } from './invitations.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

const password = 'fyra hästar äter tapeter'
const day = 24 * 60 * 60_000
let andel: ExampleInstallation
let browser: ExampleBrowser
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00Z') })
  andel = await ExampleInstallation.open()
  browser = new ExampleBrowser()
})
afterEach(async () => {
  vi.useRealTimers()
  await andel[Symbol.asyncDispose]()
})

const refused = (status: number, code: string) => expect.objectContaining({ status, code })

describe('setting up', () => {
  const form = { name: ' Åsa  Ek ', email: ' Asa@b.example ', password }
  const open = (fields: object = {}) =>
    setUp(
      andel,
      { code: andel.setUpDoor.shownCode ?? 'none', ...form, ...fields },
      browser.exchange,
    )

  it('makes the first administrator, once, and signs in', async () => {
    await open()
    const [person, ...others] = await andel.em.fork().findAll(Person)
    expect(others).toEqual([])
    expect(person).toMatchObject({ name: 'Åsa Ek', email: 'Asa@b.example', login: 'asa@b.example' })
    expect(await browser.whoIn(andel)).toBe(person!.id)
    expect(await andel.em.fork().findAll(Grant)).toMatchObject([
      { role: 'ADMIN', jointService: null, municipality: null },
    ])
    expect(andel.installation.isSetUp).toBe(true)
    const { setUpAt } = await andel.em.fork().findOneOrFail(Installation, { id: 1 })
    expect(setUpAt).toEqual(new Date())
    expect(
      (await andel.told()).map(({ action, succeeded, actor, subject }) => [
        action,
        succeeded,
        actor,
        subject,
      ]),
    ).toEqual([
      [AuditAction.SET_UP, true, person!.id, person!.globalId],
      [AuditAction.SIGN_IN, true, person!.id, person!.globalId],
    ])
    await signIn(andel, { email: 'asa@b.example', password }, browser.exchange)
    await expect(open({ email: 'bo@b.example' })).rejects.toThrow(refused(404, 'NOT_FOUND'))
    expect(await andel.em.fork().count(Person)).toBe(1)
  })

  it('is over when another process has done it', async () => {
    await andel.add('Bo')
    await expect(open()).rejects.toThrow(refused(404, 'NOT_FOUND'))
    expect(andel.setUpDoor.shownCode).toBeUndefined()
    expect(andel.installation.isSetUp).toBe(true)
    expect(await andel.em.fork().count(Person)).toBe(1)
  })

  it('takes the code, and after five wrong ones none for a while', async () => {
    for (let tries = 0; tries < 5; tries++)
      await expect(open({ code: '0000-0000-0000-0000' })).rejects.toThrow(
        refused(403, 'WRONG_CODE'),
      )
    expect((await andel.told()).at(-1)).toEqual({
      action: AuditAction.SET_UP,
      succeeded: false,
      actor: null,
      subject: null,
      details: { reason: 'WRONG_CODE', network: '192.0.2.0/24' },
    })
    await expect(open()).rejects.toThrow(refused(429, 'TOO_MANY_TRIES'))
    expect(await andel.em.fork().count(Person)).toBe(0)
  })

  it.each([
    [{ name: '  ' }, 'BAD_NAME'],
    [{ email: 'asa' }, 'BAD_EMAIL'],
    [{ password: 'kort' }, 'PASSWORD_TOO_SHORT'],
    [{ password: 'asa@b.example' }, 'PASSWORD_PERSONAL'],
  ])('refuses %j, as often as it is tried', async (fields, code) => {
    for (let tries = 0; tries < 7; tries++)
      await expect(open(fields)).rejects.toThrow(refused(400, code))
    await open()
    expect(await andel.em.fork().count(Person)).toBe(1)
  })
})

describe('an invitation', () => {
  const inviting = async (person: Person): Promise<string> => {
    const em = andel.em.fork()
    const code = await invite(em, await em.findOneOrFail(Person, { id: person.id }))
    await em.flush()
    return code
  }
  const read = (code: string) => readInvitation(andel, code, browser.exchange)
  const accept = (code: string, chosen = password) =>
    acceptInvitation(andel, { code, password: chosen }, browser.exchange)
  const unknown = refused(404, 'NOT_FOUND')

  it('says whom it is for, and is good for a week', async () => {
    const code = await inviting(await andel.add('Asa'))
    await inviting(await andel.add('Bo'))
    vi.setSystemTime(Date.now() + 7 * day - 1)
    expect(await read(code)).toEqual({ name: 'Asa', email: 'asa@b.example' })
    vi.setSystemTime(Date.now() + 1)
    await expect(read(code)).rejects.toThrow(unknown)
    await expect(accept(code)).rejects.toThrow(unknown)
  })

  it('gives a password, ends what sessions there are, signs in, and is good no more', async () => {
    const asa = await andel.add('Asa', { password: 'något helt annat än förut' })
    const elsewhere = new ExampleBrowser()
    await signIn(
      andel,
      { email: 'asa@b.example', password: 'något helt annat än förut' },
      elsewhere.exchange,
    )
    const code = await inviting(asa)
    await accept(code)
    expect(await browser.whoIn(andel)).toBe(asa.id)
    expect(await elsewhere.whoIn(andel)).toBe('nobody')
    expect(
      (await andel.told()).find(({ action }) => action === AuditAction.INVITATION_USED),
    ).toEqual({
      action: AuditAction.INVITATION_USED,
      succeeded: true,
      actor: asa.id,
      subject: asa.globalId,
      details: { sessions: 1 },
    })
    await signIn(andel, { email: 'asa@b.example', password }, browser.exchange)
    await expect(accept(code)).rejects.toThrow(unknown)
    expect(await andel.em.fork().count(Invitation)).toBe(0)
  })

  it('is replaced by a later one, of the same person alone', async () => {
    const asa = await andel.add('Asa')
    const others = await inviting(await andel.add('Bo'))
    const [earlier, later] = [await inviting(asa), await inviting(asa)]
    await expect(read(earlier)).rejects.toThrow(unknown)
    expect((await read(later)).name).toBe('Asa')
    expect((await read(others)).name).toBe('Bo')
  })

  it('is good once, also when two use it at the same time', async () => {
    const code = await inviting(await andel.add('Asa'))
    const tries = await Promise.allSettled([accept(code), accept(code, 'sju getter på ett tak')])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 404 },
    })
  })

  it.each<[string, Partial<Person>]>([
    ['who signs in elsewhere', { login: null, issuer: 'https://op.example', subject: '1' }],
    ['who is suspended', { suspendedAt: new Date() }],
  ])('is not good for somebody %s', async (_who, columns) => {
    const code = await inviting(await andel.add('Asa', columns))
    await expect(read(code)).rejects.toThrow(unknown)
  })

  it('takes no weak password, and is still good then', async () => {
    const code = await inviting(await andel.add('Asa'))
    for (let tries = 0; tries < 3; tries++)
      await expect(accept(code, 'kort')).rejects.toThrow(refused(400, 'PASSWORD_TOO_SHORT'))
    await accept(code)
  })

  it('cannot be guessed: an address has thirty tries, of which those that succeed are none', async () => {
    const code = await inviting(await andel.add('Asa'))
    for (let tries = 0; tries < 29; tries++) await expect(read('x')).rejects.toThrow(unknown)
    for (let tries = 0; tries < 3; tries++) await read(code)
    await expect(read('x')).rejects.toThrow(unknown)
    await expect(read(code)).rejects.toThrow(refused(429, 'TOO_MANY_TRIES'))
    expect(browser.answered).toEqual({ 'Retry-After': '900' })
    expect((await andel.told())[0]).toEqual({
      action: AuditAction.INVITATION_USED,
      succeeded: false,
      actor: null,
      subject: null,
      details: { reason: 'WRONG_CODE', network: '192.0.2.0/24' },
    })
  })
})
