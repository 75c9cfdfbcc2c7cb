import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { hashSecret, newSecret } from '../access/secret.ts'
import type { Person } from '../person/person.entity.ts'
import { Session, type SignInWay } from './session.entity.ts'

const minute = 60_000

/** How long a session lasts, in milliseconds: since it was last used, and at most. */
export const sessionLasts = { idle: 60 * minute, most: 12 * 60 * minute } as const

/** Sessions of one person at a time. */
const mostSessions = 20

const longestBrowser = 200

/**
 * Begins a session, always with a new secret; of too many the oldest end. Returns what goes into the cookie; only its digest is kept.
 */
export async function beginSession(
  em: EntityManager,
  person: Person,
  way: SignInWay,
  browser: string,
): Promise<{ secret: string; session: Session }> {
  const earlier = await em.find(
    Session,
    { person: person.id },
    { orderBy: { createdAt: 'desc', id: 'asc' }, fields: ['id'] },
  )
  const tooMany = earlier.slice(mostSessions - 1).map(({ id }) => id)
  if (tooMany.length > 0) await em.nativeDelete(Session, { id: { $in: tooMany } })
  const secret = newSecret()
  const session = em.create(Session, {
    person: ref(person),
    tokenHash: hashSecret(secret),
    way,
    browser: browser.slice(0, longestBrowser),
  })
  person.signedInAt = new Date()
  await em.flush()
  return { secret, session }
}

/** Ends sessions of a person: all of them, or all but one. */
export async function endSessions(
  em: EntityManager,
  personId: string,
  but?: string,
): Promise<number> {
  return em.nativeDelete(Session, { person: personId, ...(but && { id: { $ne: but } }) })
}

/** Whether a session still lasts. */
export function lasts({ createdAt, seenAt }: Session, now: Date): boolean {
  return (
    now.getTime() - seenAt.getTime() < sessionLasts.idle &&
    now.getTime() - createdAt.getTime() < sessionLasts.most
  )
}
