import { ApiToken } from '../api-token/api-token.entity.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { Grant } from '../person/grant.entity.ts'
import type { Person } from '../person/person.entity.ts'
import { Invitation } from '../sign-in/invitation.entity.ts'
import { endSessions } from '../sign-in/sessions.ts'
import { SavedView } from '../views/saved-view.entity.ts'
import { type Editing, editPerson, requireOther } from './edit-person.ts'
import { requireOtherAdmin } from './last-admin.ts'

/**
 * Erases who a person is, for good. The account can never be used again; sessions, tokens, views, invitations and grants go
 * with it. What the person has done stays, under a pseudonym: changes and the audit log keep the id.
 *
 * @throws {Fault} `NOT_FOUND`, `OWN_ACCOUNT`, `LAST_ADMIN`
 */
export function erasePerson(editing: Editing, personId: string): Promise<Person> {
  const { actor } = editing
  return editPerson(editing, personId, async (tx, person) => {
    requireOther(actor, person)
    await requireOtherAdmin(tx, person)
    const now = new Date()
    Object.assign(person, {
      name: pseudonymOf(person),
      email: '',
      login: null,
      passwordHash: null,
      issuer: null,
      subject: null,
      suspendedAt: person.suspendedAt ?? now,
      erasedAt: now,
      signedInAt: null,
    })
    await tx.flush()
    const owner = { person: person.id }
    const sessions = await endSessions(tx, person.id)
    const invitations = await tx.nativeDelete(Invitation, owner)
    const tokens = await tx.nativeDelete(ApiToken, owner)
    const grants = await tx.nativeDelete(Grant, owner)
    await tx.nativeDelete(SavedView, { actor: person.id })
    await writeAudit(tx, {
      actor,
      action: AuditAction.PERSON_ERASED,
      succeeded: true,
      subject: person.globalId,
      details: { sessions, invitations, tokens, grants },
    })
    return person
  })
}

/** What is left of a name: the same for the same person, and nothing that was in it. */
const pseudonymOf = ({ id }: Person): string => `Person ${id.slice(0, 8)}`
