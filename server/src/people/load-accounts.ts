import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Grant } from '../person/grant.entity.ts'
import { Invitation } from '../sign-in/invitation.entity.ts'
import { Session } from '../sign-in/session.entity.ts'
import { lasts } from '../sign-in/sessions.ts'

/** What goes with a person, beside what is kept of the person alone. */
export interface Account {
  /** The oldest first. */
  readonly grants: readonly Grant[]
  /** In how many browsers the person is signed in now. */
  readonly sessions: number
  /** Until when an invitation that has not been used is good; null when there is none. */
  readonly invitedUntil: Date | null
}

/** Of people, in the order of their own ids. Three statements, however many people. */
export async function loadAccounts(em: EntityManager, ids: readonly string[]): Promise<Account[]> {
  const now = new Date()
  const person = { $in: [...ids] }
  const grants = await em.find(Grant, { person }, { orderBy: { since: 'asc', id: 'asc' } })
  const sessions = await em.find(Session, { person })
  const invitations = await em.find(Invitation, { person, expiresAt: { $gt: now } })

  const grantsOf = Map.groupBy(grants, (one) => one.person.id)
  const sessionsOf = Map.groupBy(
    sessions.filter((session) => lasts(session, now)),
    (one) => one.person.id,
  )
  const invitationOf = new Map(invitations.map((one) => [one.person.id, one]))
  return ids.map((id) => ({
    grants: grantsOf.get(id) ?? [],
    sessions: sessionsOf.get(id)?.length ?? 0,
    invitedUntil: invitationOf.get(id)?.expiresAt ?? null,
  }))
}
