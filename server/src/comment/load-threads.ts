import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Comment } from './comment.entity.ts'
import { CommentThread } from './comment-thread.entity.ts'

/** The threads of budgets, by the budgets' own ids and in their order, each by its first comment. One statement. */
export async function loadThreads(
  em: EntityManager,
  budgetIds: readonly string[],
): Promise<CommentThread[][]> {
  const comments = await em.find(
    Comment,
    { thread: { budget: { $in: [...budgetIds] } } },
    { populate: ['thread'], orderBy: { at: 'asc', id: 'asc' } },
  )
  const threads = [...new Set(comments.map(({ thread }) => thread.unwrap()))]
  const byBudget = Map.groupBy(threads, ({ budget }) => budget.id)
  return budgetIds.map((id) => byBudget.get(id) ?? [])
}

/** The comments of threads, by the threads' own ids and in their order, each in the order of writing. One statement. */
export async function loadComments(
  em: EntityManager,
  threadIds: readonly string[],
): Promise<Comment[][]> {
  const comments = await em.find(
    Comment,
    { thread: { $in: [...threadIds] } },
    { orderBy: { at: 'asc', id: 'asc' } },
  )
  const byThread = Map.groupBy(comments, ({ thread }) => thread.id)
  return threadIds.map((id) => byThread.get(id) ?? [])
}
