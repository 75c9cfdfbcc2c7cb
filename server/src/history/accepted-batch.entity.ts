import type { Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Budget } from '../budget/budget.entity.ts'

/** A client mutation key that has been accepted: what makes a retry harmless. */
@Entity()
export class AcceptedBatch {
  @PrimaryKey({ type: 'uuid' })
  readonly key: string

  /** The budget that was edited; null for what several budgets rest on. */
  @ManyToOne({
    entity: () => Budget,
    ref: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  budget: Ref<Budget> | null

  /** Digest of the input, so that the same key with other edits is noticed. */
  @Property({ type: 'string' })
  digest: string

  @Property({ type: 'datetime' })
  at: Date
}
