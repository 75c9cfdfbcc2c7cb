import { createHash } from 'node:crypto'
import { Fault } from '@andel/schema/fault'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { AcceptedBatch } from './accepted-batch.entity.ts'
import { ChangeLog } from './change-log.ts'
import { Change } from './change.entity.ts'

/** Edits of one batch, unless it says otherwise. */
const mostEdits = 5000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Edits that are sent together, as every change of them tells. */
export interface Batch {
  /** The client mutation key. */
  readonly key: string
  readonly actor: string
  readonly at: Date
  readonly reason: string | null
  /** How many edits. */
  readonly size: number
  /** Of who edits, what is edited, and the edits. */
  readonly digest: string
}

interface BatchInput {
  readonly clientMutationKey: string
  readonly reason?: string | null
}

/**
 * @param edited - what the edits are of
 * @param most - how many edits there may be
 * @throws {Fault} `BAD_INPUT` for a key that is no UUID, or too many edits; `BAD_TEXT` for the reason
 */
export function batchOf(
  { clientMutationKey, reason }: BatchInput,
  actor: Actor,
  edited: unknown,
  edits: readonly object[],
  most = mostEdits,
): Batch {
  if (!uuid.test(clientMutationKey))
    throw new Fault('BAD_INPUT', { clientMutationKey: clientMutationKey.slice(0, 80) })
  if (edits.length > most) throw new Fault('BAD_INPUT', { edits: edits.length, most })
  if ((reason?.length ?? 0) > 2000) throw new Fault('BAD_TEXT', { field: 'reason', most: 2000 })
  return {
    key: clientMutationKey.toLowerCase(),
    actor: actor.id,
    at: new Date(),
    reason: reason?.trim() || null,
    size: edits.length,
    digest: createHash('sha256')
      .update(JSON.stringify([actor.id, edited, edits]))
      .digest('hex'),
  }
}

/** What came of a batch. */
export interface Outcome<T> {
  /** Whether it is stored: now, or before, by an earlier try with the same key. */
  readonly applied: boolean
  readonly replayed: boolean
  /** What was stored. */
  readonly changes: Change[]
  /** What the work gave; undefined when it was not done again. */
  readonly value: T | undefined
}

/** Ends the transaction without a trace. */
class Dropped<T> extends Error {
  constructor(readonly value: T) {
    super('dropped')
  }
}

/**
 * Does work in one transaction, all of it or nothing, and once for each client mutation key.
 *
 * The key is written first. So a retry is noticed before anything is done. The end of the log comes next: what is read then stands until it is edited.
 *
 * @param budgetId - of the budget that is edited, when it is one
 * @param work - says whether what it has done shall be kept
 * @throws {Fault} `MUTATION_KEY_REUSED`
 */
export async function acceptBatch<T extends { readonly changes: Change[] }>(
  em: EntityManager,
  { key, digest, at }: Batch,
  budgetId: string | null,
  work: (tx: EntityManager, log: ChangeLog) => Promise<{ keep: boolean; value: T }>,
): Promise<Outcome<T>> {
  try {
    const value = await em.transactional(async (tx) => {
      await tx.insert(AcceptedBatch, { key, budget: budgetId, digest, at })
      const done = await work(tx, await ChangeLog.open(tx))
      if (!done.keep) throw new Dropped(done.value)
      return done.value
    })
    return { applied: true, replayed: false, changes: value.changes, value }
  } catch (error) {
    em.clear()
    if (error instanceof Dropped)
      return { applied: false, replayed: false, changes: [], value: error.value as T }
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    const earlier = await em.findOne(AcceptedBatch, { key })
    if (!earlier) throw error
    if (earlier.digest !== digest)
      throw new Fault('MUTATION_KEY_REUSED', { clientMutationKey: key })
    const changes = await em.find(Change, { batch: key }, { orderBy: { sequence: 'asc' } })
    return { applied: true, replayed: true, changes, value: undefined }
  }
}
