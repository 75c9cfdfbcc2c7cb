import { randomUUID } from 'node:crypto'
import { Fault } from '@andel/schema/fault'
import { ref, UniqueConstraintViolationException } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { readable } from '../access/readable.ts'
import { Budget } from '../budget/budget.entity.ts'
import type { Sheet } from '../budget/sheet.ts'
import { ownId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import type { AddCommentInput } from './comment-input.ts'
import type { Person } from '../person/person.entity.ts'
import { Comment } from './comment.entity.ts'
import { CommentThread } from './comment-thread.entity.ts'
import { type Said, readComment, requireMentionable } from './read-comment.ts'
import { readPlace } from './read-place.ts'

type Adding = Pick<RequestContext, 'em' | 'actor' | 'sheets' | 'mentionable'>

/** Comments of one thread: it is read, and told to whoever listens, as a whole. */
const mostInThread = 200

/**
 * Says something in a thread, which is open from then on, or begins a thread about a line or a cell of it. What was stored
 * before under the same id of a comment is answered again.
 *
 * @returns the thread
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, `BAD_TEXT`, `BAD_INPUT`, `LINE_REMOVED`, `THREAD_FULL`; `ALREADY_EXISTS` when something else has
 *   been said under that id
 */
export async function addComment(adding: Adding, input: AddCommentInput): Promise<CommentThread> {
  const { em, actor } = adding
  const budget = await em.findOne(Budget, {
    id: ownId(input.budgetId, 'Budget'),
    ...readable(actor, 'jointService'),
  })
  if (!budget) throw new Fault('NOT_FOUND', { budget: input.budgetId })
  authorize(actor, 'comment.edit', { jointService: budget.jointService.id })
  const said = readComment(input)
  // read before, as a transaction has the one connection of SQLite to itself
  const sheet = await adding.sheets.load(budget.id)
  const people = await adding.mentionable.load(budget.jointService.id)
  const store = (): Promise<CommentThread> =>
    em.transactional((tx) => storeOnce(tx, actor, { sheet, people, input, said }))
  try {
    return await store()
  } catch (error) {
    // the same was sent twice at the same time: the second finds what the first has stored
    if (error instanceof UniqueConstraintViolationException) return store()
    throw error
  }
}

interface Addition {
  readonly sheet: Sheet
  /** Who can be named in it. */
  readonly people: readonly Person[]
  readonly input: AddCommentInput
  readonly said: Said
}

async function storeOnce(
  tx: EntityManager,
  actor: Actor,
  addition: Addition,
): Promise<CommentThread> {
  const { people, said } = addition
  const { id = randomUUID(), text, mentions } = said
  const known = await tx.findOne(Comment, { id }, { populate: ['thread'] })
  if (known) return storedBefore(known, actor, addition)

  requireMentionable(said, people)
  const thread = await threadFor(tx, addition)
  tx.create(Comment, { id, thread: ref(thread), actor: actor.id, text, mentions })
  return thread
}

/** A comment that has been withdrawn since has no text to compare. */
function storedBefore(known: Comment, actor: Actor, { sheet, said }: Addition): CommentThread {
  const thread = known.thread.unwrap()
  const isSame =
    known.actor === actor.id &&
    thread.budget.id === sheet.budget.id &&
    (known.withdrawnAt !== null || known.text === said.text)
  if (!isSame) throw new Fault('ALREADY_EXISTS', { field: 'commentId' })
  return thread
}

async function threadFor(tx: EntityManager, { sheet, input }: Addition): Promise<CommentThread> {
  if (input.threadId == null) {
    return tx.create(CommentThread, {
      budget: ref(Budget, sheet.budget.id),
      ...readPlace(sheet, input),
    })
  }
  if (input.lineId != null || input.field != null) throw new Fault('BAD_INPUT', { field: 'lineId' })
  const id = ownId(input.threadId, 'CommentThread')
  const thread = await tx.findOne(CommentThread, { id, budget: sheet.budget.id })
  if (!thread) throw new Fault('NOT_FOUND', { thread: input.threadId })
  if ((await tx.count(Comment, { thread })) >= mostInThread)
    throw new Fault('THREAD_FULL', { most: mostInThread })
  return tx.assign(thread, { resolvedAt: null, resolvedBy: null })
}
