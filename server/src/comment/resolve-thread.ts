import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { readable } from '../access/readable.ts'
import { ownId } from '../connection/global-id.ts'
import type { ResolveThreadInput } from './comment-input.ts'
import { CommentThread } from './comment-thread.entity.ts'

/**
 * Resolves a thread, or opens it again. Who did it first stays.
 *
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`
 */
export function resolveThread(
  em: EntityManager,
  actor: Actor,
  { threadId, resolved }: ResolveThreadInput,
): Promise<CommentThread> {
  const id = ownId(threadId, 'CommentThread')
  return em.transactional(async (tx) => {
    const thread = await tx.findOne(
      CommentThread,
      { id, ...readable(actor, 'budget', 'jointService') },
      { populate: ['budget'] },
    )
    if (!thread) throw new Fault('NOT_FOUND', { thread: threadId })
    authorize(actor, 'comment.edit', { jointService: thread.budget.unwrap().jointService.id })
    if ((thread.resolvedAt !== null) !== resolved) {
      thread.resolvedAt = resolved ? new Date() : null
      thread.resolvedBy = resolved ? actor.id : null
    }
    return thread
  })
}
