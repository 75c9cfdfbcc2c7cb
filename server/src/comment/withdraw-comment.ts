import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize, refusalOf } from '../access/authorize.ts'
import { readable } from '../access/readable.ts'
import { ownId } from '../connection/global-id.ts'
import { Comment } from './comment.entity.ts'
import type { CommentThread } from './comment-thread.entity.ts'

/**
 * Takes back what one has said oneself: its text is gone, its place stays. A thread with nothing left in it is resolved.
 *
 * @param commentId - global id
 * @returns the thread as it now is
 * @throws {Fault} `NOT_FOUND`; `FORBIDDEN`, also when somebody else wrote it
 */
export function withdrawComment(
  em: EntityManager,
  actor: Actor,
  commentId: string,
): Promise<CommentThread> {
  const id = ownId(commentId, 'Comment')
  return em.transactional(async (tx) => {
    const comment = await tx.findOne(
      Comment,
      { id, ...readable(actor, 'thread', 'budget', 'jointService') },
      { populate: ['thread.budget'] },
    )
    if (!comment) throw new Fault('NOT_FOUND', { comment: commentId })
    const thread = comment.thread.unwrap()
    authorize(actor, 'comment.edit', { jointService: thread.budget.unwrap().jointService.id })
    if (comment.actor !== actor.id) throw refusalOf(actor, 'comment.edit')
    if (comment.withdrawnAt) return thread

    const now = new Date()
    Object.assign(comment, { text: '', mentions: [], withdrawnAt: now })
    await tx.flush()
    const standing = await tx.count(Comment, { thread: thread.id, withdrawnAt: null })
    if (standing === 0 && thread.resolvedAt === null) {
      Object.assign(thread, { resolvedAt: now, resolvedBy: actor.id })
    }
    return thread
  })
}
