import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Person } from '../person/person.entity.ts'
import { Invitation } from '../sign-in/invitation.entity.ts'
import { endSessions } from '../sign-in/sessions.ts'
import { type Editing, editPerson, requireOther } from './edit-person.ts'
import { requireOtherAdmin } from './last-admin.ts'

/**
 * Closes an account: its sessions and invitations end at once, its tokens and views answer nobody as long as it lasts. What has
 * been granted stays. Nothing happens to an account that is closed.
 *
 * @throws {Fault} `NOT_FOUND`, `OWN_ACCOUNT`, `LAST_ADMIN`
 */
export function suspendPerson(editing: Editing, personId: string): Promise<Person> {
  const { actor } = editing
  return editPerson(editing, personId, async (tx, person) => {
    requireOther(actor, person)
    if (person.suspendedAt) return person
    await requireOtherAdmin(tx, person)
    person.suspendedAt = new Date()
    await tx.flush()
    const sessions = await endSessions(tx, person.id)
    const invitations = await tx.nativeDelete(Invitation, { person: person.id })
    await writeAudit(tx, {
      actor,
      action: AuditAction.PERSON_SUSPENDED,
      succeeded: true,
      subject: person.globalId,
      details: { sessions, invitations },
    })
    return person
  })
}

/** Opens an account again, with what was granted to it. Nothing happens to one that is open. @throws {Fault} `NOT_FOUND` */
export function reinstatePerson(editing: Editing, personId: string): Promise<Person> {
  const { actor } = editing
  return editPerson(editing, personId, async (tx, person) => {
    if (!person.suspendedAt) return person
    requireOther(actor, person)
    person.suspendedAt = null
    await tx.flush()
    await writeAudit(tx, {
      actor,
      action: AuditAction.PERSON_REINSTATED,
      succeeded: true,
      subject: person.globalId,
    })
    return person
  })
}

/** Signs a person out of every browser. @throws {Fault} `NOT_FOUND` */
export function endSessionsOf(
  editing: Editing,
  personId: string,
): Promise<{ person: Person; ended: number }> {
  const { actor } = editing
  return editPerson(editing, personId, async (tx, person) => {
    const ended = await endSessions(tx, person.id)
    await writeAudit(tx, {
      actor,
      action: AuditAction.SESSION_ENDED,
      succeeded: true,
      subject: person.globalId,
      details: { sessions: ended },
    })
    return { person, ended }
  })
}
