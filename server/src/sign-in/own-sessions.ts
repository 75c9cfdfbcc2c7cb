import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { ownIdIfAny, toGlobalId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { Session } from './session.entity.ts'
import { endSessions, lasts } from './sessions.ts'

/** What an edit of one's own account works with. */
type Editing = Pick<RequestContext, 'em' | 'actor' | 'forgetRights'>

/** The sessions of whoever asks that last, the one that was used last first. */
export async function ownSessions(em: EntityManager, actor: Actor): Promise<Session[]> {
  authorize(actor, 'account.read', { owner: actor.id })
  const found = await em.find(
    Session,
    { person: actor.id },
    { orderBy: { seenAt: 'desc', createdAt: 'desc', id: 'asc' } },
  )
  const now = new Date()
  return found.filter((session) => lasts(session, now))
}

/**
 * Ends a session of whoever asks, at once.
 *
 * @param globalId - of the session
 * @throws {Fault} `NOT_FOUND`, also for a session of somebody else
 */
export async function endOwnSession(editing: Editing, globalId: string): Promise<void> {
  const { em, actor } = editing
  authorize(actor, 'account.edit', { owner: actor.id })
  const id = ownIdIfAny(globalId, 'Session')
  await em.transactional(async (tx) => {
    const ended = id ? await tx.nativeDelete(Session, { id, person: actor.id }) : 0
    if (ended === 0) throw new Fault('NOT_FOUND', { id: globalId })
    await noteEnd(tx, actor, ended)
  })
  editing.forgetRights()
}

/** Ends the sessions of whoever asks, all but the one that asks. Returns how many that were. */
export async function endOtherSessions(editing: Editing): Promise<number> {
  const { em, actor } = editing
  authorize(actor, 'account.edit', { owner: actor.id })
  const ended = await em.transactional(async (tx) => {
    const count = await endSessions(tx, actor.id, actor.through)
    if (count > 0) await noteEnd(tx, actor, count)
    return count
  })
  editing.forgetRights()
  return ended
}

async function noteEnd(tx: EntityManager, actor: Actor, sessions: number): Promise<void> {
  await writeAudit(tx, {
    actor,
    action: AuditAction.SESSION_ENDED,
    succeeded: true,
    subject: toGlobalId('Person', actor.id),
    details: { sessions },
  })
}
