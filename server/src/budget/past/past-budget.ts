import { Field, Int, ObjectType } from 'type-graphql'
import { BudgetVersion } from '../../history/budget-version.entity.ts'
import { DateTime } from '../../scalars/index.ts'
import type { Budget } from '../budget.entity.ts'

@ObjectType({ description: 'A moment in the history of a budget.' })
export class BudgetMoment {
  @Field(() => Int, {
    description: 'Sequence of the newest change, of whatever, that had been accepted then.',
  })
  readonly sequence: number

  @Field(() => DateTime, {
    nullable: true,
    description: 'When that change was accepted; null before the first.',
  })
  readonly at: Date | null

  @Field(() => BudgetVersion, {
    nullable: true,
    description: 'The named version that was asked for; null when it was a time or a sequence.',
  })
  readonly version: BudgetVersion | null
}

/** A budget as it was. Only to be read. */
export interface PastBudget extends Budget {
  /** What was asked for. */
  readonly asOf: BudgetMoment
  /** Sequence of the newest change of the budget that it holds: what its sheet is kept under. */
  readonly stands: number
}
