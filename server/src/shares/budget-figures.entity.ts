import { BigIntType } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/**
 * Up to which change a budget's figures have been copied. A copy is never a source of truth: whoever asks for sums
 * brings it up to date first, see `bringUpToDate`. No table of a copy refers to another by a foreign key: edits
 * need not know of it.
 */
@Entity({ tableName: 'budget_figures' })
export class BudgetFiguresCopy {
  @PrimaryKey({ type: 'uuid' })
  readonly budgetId: string

  /** Sequence of the newest change that the copy follows from. */
  @Property({ type: 'integer' })
  sequence: number

  /** By which way of calculating: a copy made in another way is made anew. */
  @Property({ type: 'integer' })
  method: number

  /** Öre. */
  @Property({ type: new BigIntType('number') })
  total: number

  /** Öre that EACH_ALONE leaves over. */
  @Property({ type: new BigIntType('number') })
  difference: number

  /** How many lines, and how many shares, are copied. */
  @Property({ type: 'integer' })
  lines: number

  @Property({ type: 'integer' })
  shares: number
}
