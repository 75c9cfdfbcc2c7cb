import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ref } from '@mikro-orm/core'
import { hashSecret, newSecret } from '../access/secret.ts'
import type { Person } from '../person/person.entity.ts'
import { Invitation } from './invitation.entity.ts'

const day = 24 * 60 * 60_000

/** How long an invitation is good, in milliseconds. */
export const invitationLasts = 7 * day

/**
 * Invites somebody to choose a password, once, at `/valkommen#<code>`. Earlier invitations of the person are no longer good.
 * The caller flushes.
 *
 * @returns the code, of which only a digest is kept
 */
export async function invite(em: EntityManager, person: Person): Promise<string> {
  await em.nativeDelete(Invitation, { person: person.id })
  const code = newSecret()
  em.create(Invitation, {
    person: ref(person),
    codeHash: hashSecret(code),
    expiresAt: new Date(Date.now() + invitationLasts),
  })
  return code
}

/** The invitation that a code stands for, with its person; null when it is none, or none that is still good. */
export async function findInvitation(em: EntityManager, code: string): Promise<Invitation | null> {
  const invitation = await em.findOne(
    Invitation,
    { codeHash: hashSecret(code), expiresAt: { $gt: new Date() } },
    { populate: ['person'] },
  )
  const person = invitation?.person.unwrap()
  // who signs in elsewhere needs no password, and none gets around a suspension
  return person && person.login !== null && !person.suspendedAt ? invitation : null
}
