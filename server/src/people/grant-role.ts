import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Participation } from '../agreement/participation.entity.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { authorize } from '../access/authorize.ts'
import { ownId, toGlobalId } from '../connection/global-id.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Grant } from '../person/grant.entity.ts'
import type { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import { endSessions } from '../sign-in/sessions.ts'
import { type Editing, editPerson, requireOther } from './edit-person.ts'
import { requireOtherAdmin } from './last-admin.ts'
import type { GrantRoleInput } from './people-input.ts'

/** Whether a role has a joint service and a municipality. */
const takes: Readonly<Record<Role, { service: Taken; municipality: Taken }>> = {
  [Role.ADMIN]: { service: 'never', municipality: 'never' },
  [Role.COORDINATOR]: { service: 'always', municipality: 'never' },
  [Role.FINANCE_OFFICER]: { service: 'always', municipality: 'always' },
  [Role.ANALYST]: { service: 'always', municipality: 'perhaps' },
}
type Taken = 'always' | 'perhaps' | 'never'

/**
 * Gives a person a role. The person's sessions end: who signs in anew has it.
 *
 * @throws {Fault} `NOT_FOUND` also for the joint service, `OWN_ACCOUNT`, `BAD_GRANT`, `NOT_A_PARTY`, `ALREADY_EXISTS`
 */
export function grantRole(editing: Editing, input: GrantRoleInput): Promise<Grant> {
  const { actor } = editing
  return editPerson(editing, input.personId, async (tx, person) => {
    requireOther(actor, person)
    const { role } = input
    const { jointService, municipality } = await findPlace(tx, input)
    const where = { role, jointService: jointService?.id ?? null, municipality }
    if (await tx.count(Grant, { person: person.id, ...where })) throw new Fault('ALREADY_EXISTS')
    const grant = tx.create(Grant, {
      person: ref(person),
      role,
      jointService: jointService && ref(jointService),
      municipality: municipality === null ? null : ref(Municipality, municipality),
    })
    await tx.flush()
    await note(tx, editing, AuditAction.GRANTED, grant)
    return grant
  })
}

/**
 * Takes a role from its person, whose sessions end.
 *
 * @throws {Fault} `NOT_FOUND`, `LAST_ADMIN`
 */
export async function revokeGrant(editing: Editing, globalId: string): Promise<Person> {
  authorize(editing.actor, 'people.edit')
  const id = ownId(globalId, 'Grant')
  const found = await editing.em.findOne(Grant, { id })
  if (!found) throw new Fault('NOT_FOUND', { grant: globalId })
  return editPerson(editing, toGlobalId('Person', found.person.id), async (tx, person) => {
    const grant = await tx.findOne(Grant, { id })
    if (!grant) throw new Fault('NOT_FOUND', { grant: globalId })
    if (grant.role === Role.ADMIN && !person.suspendedAt) await requireOtherAdmin(tx, person)
    await tx.remove(grant).flush()
    await note(tx, editing, AuditAction.GRANT_REVOKED, grant)
    return person
  })
}

interface Place {
  readonly jointService: JointService | null
  /** Code. */
  readonly municipality: string | null
}

async function findPlace(em: EntityManager, input: GrantRoleInput): Promise<Place> {
  const slug = input.jointServiceSlug ?? null
  const municipality = input.municipalityCode ?? null
  const { service, municipality: own } = takes[input.role]
  if (!fits(service, slug)) throw new Fault('BAD_GRANT', { field: 'jointServiceSlug' })
  if (!fits(own, municipality)) throw new Fault('BAD_GRANT', { field: 'municipalityCode' })
  if (slug === null) return { jointService: null, municipality: null }
  const jointService = await em.findOne(JointService, { slug })
  if (!jointService) throw new Fault('NOT_FOUND', { jointService: slug })
  const asParty = { municipality, agreement: { jointService: jointService.id } }
  if (municipality !== null && !(await em.count(Participation, asParty)))
    throw new Fault('NOT_A_PARTY', { municipality })
  return { jointService, municipality }
}

const fits = (taken: Taken, value: string | null): boolean =>
  taken === 'perhaps' || (taken === 'always') === (value !== null)

async function note(
  em: EntityManager,
  { actor }: Editing,
  action: AuditAction.GRANTED | AuditAction.GRANT_REVOKED,
  { person, role, jointService, municipality }: Grant,
): Promise<void> {
  const sessions = await endSessions(em, person.id)
  await writeAudit(em, {
    actor,
    action,
    succeeded: true,
    subject: toGlobalId('Person', person.id),
    details: {
      role,
      jointService: jointService && toGlobalId('JointService', jointService.id),
      municipality: municipality?.code ?? null,
      sessions,
    },
  })
}
