import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { authorize } from '../access/authorize.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { loginOf, readEmail, readName } from '../person/name-and-email.ts'
import { Person } from '../person/person.entity.ts'
import { Invitation } from '../sign-in/invitation.entity.ts'
import { invite } from '../sign-in/invitations.ts'
import { type Editing, editPerson } from './edit-person.ts'
import { isLocal } from './person-state.ts'
import type { CreatePersonInput, UpdatePersonInput } from './people-input.ts'

/**
 * Makes a local account without rights, and invites the person to choose a password.
 *
 * @returns the person, and the code of the invitation, of which only a digest is kept
 * @throws {Fault} `BAD_TEXT`, `BAD_EMAIL`, `ALREADY_EXISTS` when somebody signs in with that e-mail
 */
export async function createPerson(
  { em, actor }: Editing,
  input: CreatePersonInput,
): Promise<{ person: Person; code: string }> {
  authorize(actor, 'people.edit')
  const { name, email } = { name: nameFrom(input.name), email: emailFrom(input.email) }
  return em.transactional(async (tx) => {
    const login = await freeLogin(tx, email)
    const person = tx.create(Person, { name, email, login })
    const code = await invite(tx, person)
    await tx.flush()
    const subject = person.globalId
    await writeAudit(tx, { actor, action: AuditAction.PERSON_CREATED, succeeded: true, subject })
    await writeAudit(tx, { actor, action: AuditAction.INVITATION_MADE, succeeded: true, subject })
    return { person, code }
  })
}

/**
 * Changes name or e-mail. Somebody local signs in with the new e-mail from then on; an invitation that went to the old one is no
 * longer good.
 *
 * @returns the person, and whether there was such an invitation
 * @throws {Fault} as `createPerson`, and `NOT_FOUND`
 */
export function updatePerson(
  editing: Editing,
  input: UpdatePersonInput,
): Promise<{ person: Person; invitationEnded: boolean }> {
  const { actor } = editing
  return editPerson(editing, input.personId, async (tx, person) => {
    const name = input.name == null ? person.name : nameFrom(input.name)
    const email = input.email == null ? person.email : emailFrom(input.email)
    const fields = [name !== person.name && 'name', email !== person.email && 'email']
      .filter(Boolean)
      .join(', ') as '' | 'name' | 'email' | 'name, email'
    if (fields === '') return { person, invitationEnded: false }
    if (isLocal(person)) person.login = await freeLogin(tx, email, person)
    const invitations =
      email === person.email ? 0 : await tx.nativeDelete(Invitation, { person: person.id })
    Object.assign(person, { name, email })
    await tx.flush()
    await writeAudit(tx, {
      actor,
      action: AuditAction.PERSON_CHANGED,
      succeeded: true,
      subject: person.globalId,
      details: { fields, ...(invitations > 0 && { invitations }) },
    })
    return { person, invitationEnded: invitations > 0 }
  })
}

/**
 * Gives a person a new one-time link to choose a password, e.g. when the old one is forgotten. Links from before are no longer
 * good; the password is, until the new link has been used.
 *
 * @throws {Fault} `NOT_FOUND`, `NOT_LOCAL`, `FORBIDDEN` while the account is suspended
 */
export function invitePerson(
  editing: Editing,
  personId: string,
): Promise<{ person: Person; code: string }> {
  const { actor } = editing
  return editPerson(editing, personId, async (tx, person) => {
    if (!isLocal(person)) throw new Fault('NOT_LOCAL')
    if (person.suspendedAt) throw new Fault('FORBIDDEN', { action: 'people.edit' })
    const code = await invite(tx, person)
    await tx.flush()
    const subject = person.globalId
    await writeAudit(tx, { actor, action: AuditAction.INVITATION_MADE, succeeded: true, subject })
    return { person, code }
  })
}

function nameFrom(text: string): string {
  const name = readName(text)
  if (name === undefined) throw new Fault('BAD_TEXT', { field: 'name' })
  return name
}

function emailFrom(text: string): string {
  const email = readEmail(text)
  if (email === undefined) throw new Fault('BAD_EMAIL', { field: 'email' })
  return email
}

/** What a person signs in with. @throws {Fault} `ALREADY_EXISTS` when it is somebody else's */
async function freeLogin(em: EntityManager, email: string, person?: Person): Promise<string> {
  const login = loginOf(email)
  const holder = await em.findOne(Person, { login })
  if (holder && holder.id !== person?.id) throw new Fault('ALREADY_EXISTS', { field: 'email' })
  return login
}
