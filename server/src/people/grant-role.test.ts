import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AuditAction } from '../audit/audit-action.ts'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import type { ExampleInstallation } from '../sign-in/example.ts'
import { Session } from '../sign-in/session.entity.ts'
import { ExamplePeople } from './example.ts'
import { grantRole, revokeGrant } from './grant-role.ts'

let people: ExamplePeople
let andel: ExampleInstallation
let admin: Person
beforeEach(async () => {
  people = await ExamplePeople.open()
  ;({ andel, admin } = people)
})
afterEach(() => people[Symbol.asyncDispose]())

const asAdmin = () => people.as(admin.id)
const refused = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) })
const last = async () => (await andel.told()).at(-1)

describe('granting', () => {
  const give = async (
    role: Role,
    jointServiceSlug: string | null = null,
    municipalityCode: string | null = null,
  ) => {
    const personId = (await andel.add(`P${await people.count(Person)}`)).globalId
    return grantRole(asAdmin(), { personId, role, jointServiceSlug, municipalityCode })
  }

  it.each<[Role, string?, string?]>([
    [Role.ADMIN],
    [Role.COORDINATOR, 'home'],
    [Role.FINANCE_OFFICER, 'home', '2380'],
    [Role.ANALYST, 'home'],
    [Role.ANALYST, 'home', '2380'],
  ])('gives %s with %s and %s', async (role, service, municipality) => {
    const { id } = await give(role, service, municipality)
    const grant = await andel.em.fork().findOneOrFail(Grant, { id })
    expect([grant.role, grant.jointService?.id, grant.municipality?.code]).toEqual([
      role,
      service && 'home-id',
      municipality,
    ])
    expect(await last()).toMatchObject({
      action: AuditAction.GRANTED,
      succeeded: true,
      actor: admin.id,
      details: { role, municipality: municipality ?? null, sessions: 0 },
    })
  })

  it.each<[Role, string, (string | undefined)?, string?]>([
    [Role.ADMIN, 'jointServiceSlug', 'home'],
    [Role.ADMIN, 'municipalityCode', undefined, '2380'],
    [Role.COORDINATOR, 'jointServiceSlug'],
    [Role.COORDINATOR, 'municipalityCode', 'home', '2380'],
    [Role.FINANCE_OFFICER, 'jointServiceSlug', undefined, '2380'],
    [Role.FINANCE_OFFICER, 'municipalityCode', 'home'],
    [Role.ANALYST, 'jointServiceSlug'],
  ])('refuses %s for its %s', async (role, field, service, municipality) => {
    await expect(give(role, service, municipality)).rejects.toThrow(refused('BAD_GRANT', { field }))
  })

  it('is for municipalities that are parties to that joint service, and services that are', async () => {
    const { FINANCE_OFFICER } = Role
    const strange = (municipality: string) => refused('NOT_A_PARTY', { municipality })
    await expect(give(FINANCE_OFFICER, 'home', '2303')).rejects.toThrow(strange('2303'))
    await expect(give(FINANCE_OFFICER, 'away', '2380')).rejects.toThrow(strange('2380'))
    const none = refused('NOT_FOUND', { jointService: 'none' })
    await expect(give(Role.ANALYST, 'none')).rejects.toThrow(none)
  })

  it('is done once, and ends the person’s sessions', async () => {
    const bo = await andel.add('Bo')
    await people.enterAs(bo)
    const input = { personId: bo.globalId, role: Role.ANALYST, jointServiceSlug: 'home' }
    await grantRole(asAdmin(), input)
    expect([await people.count(Session), (await last())!.details['sessions']]).toEqual([0, 1])
    expect(people.forgotten).toEqual(['kept', 'rights'])
    await expect(grantRole(asAdmin(), input)).rejects.toThrow(refused('ALREADY_EXISTS'))
    await grantRole(asAdmin(), { ...input, municipalityCode: '2380' })
    await grantRole(asAdmin(), { ...input, jointServiceSlug: 'away' })
    await give(Role.ANALYST, 'home') // somebody else’s
    expect(await people.count(Grant)).toBe(5)
  })

  it('can be taken back, which ends the sessions too', async () => {
    const { globalId, person } = await give(Role.COORDINATOR, 'home')
    const { id } = await andel.person(person.id)
    await people.enterAs(await andel.person(id))
    expect((await revokeGrant(asAdmin(), globalId)).id).toBe(id)
    expect([await people.count(Grant), await people.count(Session)]).toEqual([1, 0])
    expect(await last()).toMatchObject({
      action: AuditAction.GRANT_REVOKED,
      subject: (await andel.person(id)).globalId,
      details: { role: Role.COORDINATOR, jointService: expect.any(String), sessions: 1 },
    })
    const gone = refused('NOT_FOUND', { grant: globalId })
    await expect(revokeGrant(asAdmin(), globalId)).rejects.toThrow(gone)
  })
})
