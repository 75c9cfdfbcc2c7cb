import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Actor } from '../access/actor.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import type { ExampleInstallation } from '../sign-in/example.ts'
import { Invitation } from '../sign-in/invitation.entity.ts'
import { invite } from '../sign-in/invitations.ts'
import { Session } from '../sign-in/session.entity.ts'
import { erasePerson } from './erase-person.ts'
import { ExamplePeople } from './example.ts'
import { grantRole, revokeGrant } from './grant-role.ts'
import { endSessionsOf, reinstatePerson, suspendPerson } from './suspend-person.ts'

let people: ExamplePeople
let andel: ExampleInstallation
let admin: Person
beforeEach(async () => {
  people = await ExamplePeople.open()
  ;({ andel, admin } = people)
})
afterEach(() => people[Symbol.asyncDispose]())

const asAdmin = () => people.as(admin.id)
const asOther = () => people.as('another administrator')
const stranger = () => people.editing(Actor.person('x', 'session', []))
const refused = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) })
const last = async () => (await andel.told()).at(-1)
const nobody = Buffer.from('Person:nobody').toString('base64url')

describe('the last administrator', () => {
  it('is not suspended, erased or without the role', async () => {
    const [grant] = await andel.em.fork().findAll(Grant)
    const { globalId } = admin
    for (const act of [
      () => suspendPerson(asOther(), globalId),
      () => erasePerson(asOther(), globalId),
      () => revokeGrant(asOther(), grant!.globalId),
      () => revokeGrant(asAdmin(), grant!.globalId),
    ])
      await expect(act()).rejects.toThrow(refused('LAST_ADMIN'))
    expect([await people.count(Grant), (await andel.person(admin.id)).suspendedAt]).toEqual([
      1,
      null,
    ])
    expect([people.forgotten, await andel.told()]).toEqual([[], []])
  })

  it.each<[string, object, boolean]>([
    ['has never come', {}, false],
    ['is suspended', { password: 'x', suspendedAt: new Date() }, false],
    ['has a password', { password: 'x' }, true],
    ['signs in elsewhere', { issuer: 'https://op.example', subject: '1' }, true],
    ['has signed in', { signedInAt: new Date() }, true],
  ])('is somebody although another one %s', async (_what, columns, isOther) => {
    await people.hold(await andel.add('Bo', columns), Role.ADMIN)
    const cia = await andel.add('Cia', { password: 'x' })
    await people.hold(cia, Role.ANALYST) // no administrator
    const [grant] = await andel.em.fork().find(Grant, { person: admin.id })
    const revoked = revokeGrant(asAdmin(), grant!.globalId).then(
      () => true,
      ({ code }) => code,
    )
    expect(await revoked).toBe(isOther || 'LAST_ADMIN')
  })

  it('is not asked for where nothing of an administrator’s is taken away', async () => {
    const bo = await andel.add('Bo', { suspendedAt: new Date() })
    const theirs = await people.hold(bo, Role.ADMIN)
    await revokeGrant(asAdmin(), theirs.globalId)
    const cia = await andel.add('Cia')
    await suspendPerson(asAdmin(), cia.globalId)
    expect((await andel.person(cia.id)).suspendedAt).not.toBeNull()
  })
})

describe('one’s own account', () => {
  it('is nothing that one grants to, suspends or erases', async () => {
    await people.hold(await andel.add('Bo', { password: 'x' }), Role.ADMIN)
    const personId = admin.globalId
    for (const act of [
      () => grantRole(asAdmin(), { personId, role: Role.ANALYST, jointServiceSlug: 'home' }),
      () => suspendPerson(asAdmin(), personId),
      () => erasePerson(asAdmin(), personId),
    ])
      await expect(act()).rejects.toThrow(refused('OWN_ACCOUNT'))
    expect(await people.count(Grant)).toBe(2)
    await andel.em.fork().nativeUpdate(Person, { id: admin.id }, { suspendedAt: new Date() })
    await expect(reinstatePerson(asAdmin(), personId)).rejects.toThrow(refused('OWN_ACCOUNT'))
  })
})

describe('an account', () => {
  it('that is suspended loses its sessions and links, and keeps what was granted', async () => {
    const bo = await andel.add('Bo')
    await people.hold(bo, Role.ANALYST)
    await people.enterAs(bo)
    const em = andel.em.fork()
    await invite(em, await em.findOneOrFail(Person, { id: bo.id }))
    await em.flush()
    await suspendPerson(asAdmin(), bo.globalId)
    const { suspendedAt } = await andel.person(bo.id)
    expect([
      await people.count(Session),
      await people.count(Invitation),
      await people.count(Grant),
    ]).toEqual([0, 0, 2])
    expect(await last()).toEqual({
      action: AuditAction.PERSON_SUSPENDED,
      succeeded: true,
      actor: admin.id,
      subject: bo.globalId,
      details: { sessions: 1, invitations: 1 },
    })
    const told = await andel.told()
    await suspendPerson(asAdmin(), bo.globalId)
    expect((await andel.person(bo.id)).suspendedAt).toEqual(suspendedAt)
    expect(await andel.told()).toEqual(told)
    await reinstatePerson(asAdmin(), bo.globalId)
    expect((await andel.person(bo.id)).suspendedAt).toBeNull()
    expect(await last()).toMatchObject({
      action: AuditAction.PERSON_REINSTATED,
      subject: bo.globalId,
      succeeded: true,
    })
    await reinstatePerson(asAdmin(), bo.globalId)
    expect(await andel.told()).toHaveLength(told.length + 1)
  })

  it('can be signed out everywhere, also the own one', async () => {
    await people.enterAs(admin)
    await people.enterAs(admin)
    await people.enterAs(await andel.add('Bo'))
    expect((await endSessionsOf(asAdmin(), admin.globalId)).ended).toBe(2)
    expect(await people.count(Session)).toBe(1)
    expect(await last()).toMatchObject({
      action: AuditAction.SESSION_ENDED,
      succeeded: true,
      subject: admin.globalId,
      details: { sessions: 2 },
    })
  })

  it('is looked after by administrators alone, and only while there is one', async () => {
    const bo = await andel.add('Bo', { erasedAt: new Date() })
    const [grant] = await andel.em.fork().findAll(Grant)
    const { globalId } = await andel.add('Cia')
    for (const act of [
      () => suspendPerson(stranger(), globalId),
      () => reinstatePerson(stranger(), globalId),
      () => endSessionsOf(stranger(), globalId),
      () => revokeGrant(stranger(), grant!.globalId),
      () => revokeGrant(stranger(), 'x'),
    ])
      await expect(act()).rejects.toThrow(refused('FORBIDDEN', { action: 'people.edit' }))
    for (const person of [bo.globalId, nobody])
      await expect(suspendPerson(asAdmin(), person)).rejects.toThrow(
        refused('NOT_FOUND', { person }),
      )
    const bad = refused('BAD_INPUT')
    await expect(suspendPerson(asAdmin(), grant!.globalId)).rejects.toThrow(bad)
    await expect(revokeGrant(asAdmin(), bo.globalId)).rejects.toThrow(bad)
  })
})
