import { createHash } from 'node:crypto'
import { LockMode } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { canonical } from './canonical.ts'
import { Change } from './change.entity.ts'
import { HistoryHead } from './history-head.entity.ts'

/** What a change tells, but for its place in the log. */
export type Told = Pick<
  Change,
  | 'actor'
  | 'reason'
  | 'batch'
  | 'budget'
  | 'jointService'
  | 'entity'
  | 'entityId'
  | 'version'
  | 'field'
  | 'before'
  | 'after'
>

/**
 * The log while a transaction writes to it. Nobody else writes to it until the transaction ends, so what is appended stands
 * in the order in which it was accepted: numbered without a gap, never earlier than the one before, and chained by its hash.
 */
export class ChangeLog {
  /** When what is appended is accepted. */
  readonly at: Date

  private constructor(
    private readonly em: EntityManager,
    private readonly head: HistoryHead,
  ) {
    this.at = new Date(Math.max(Date.now(), head.at.getTime()))
  }

  /** Waits until nobody else writes to the log. To be called within a transaction, before what is edited is read. */
  static async open(tx: EntityManager): Promise<ChangeLog> {
    await tx.flush() // an outer transaction may have written to the log already
    const head = await tx.findOneOrFail(
      HistoryHead,
      { id: 1 },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    )
    return new ChangeLog(tx, head)
  }

  /** Number of the newest change, also of those that are not stored yet. */
  get sequence(): number {
    return this.head.sequence
  }

  append(told: Told): Change {
    const { head, at } = this
    const sequence = head.sequence + 1
    const placed = { sequence, at, ...told }
    const hash = hashOfChange(head.hash, placed)
    Object.assign(head, { sequence, hash, at })
    return this.em.create(Change, { ...placed, hash })
  }
}

/** SHA-256, in hexadecimal digits, of the hash of the change before and what a change tells. */
export function hashOfChange(
  before: string,
  change: Told & Pick<Change, 'sequence' | 'at'>,
): string {
  const { sequence, actor, reason, batch, entity, entityId, version, field } = change
  const content = {
    sequence,
    at: change.at.toISOString(),
    actor,
    reason,
    batch,
    budget: change.budget?.id ?? null,
    jointService: change.jointService?.id ?? null,
    entity,
    entityId,
    version,
    field,
    before: change.before ?? null,
    after: change.after ?? null,
  }
  return createHash('sha256')
    .update(`${before}\n${canonical(content)}`)
    .digest('hex')
}
