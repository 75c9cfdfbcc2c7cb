import { Field, ID, InputType, Int } from 'type-graphql'
import { DateTime } from '../../scalars/index.ts'

@InputType({ description: 'A moment in the history of a budget: exactly one of these.' })
export class BudgetMomentInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'After the last change of this moment or earlier; not a time to come.',
  })
  time?: Date | null

  @Field(() => Int, {
    nullable: true,
    description:
      'After the change with this number, whatever it was of; 0 is before the first change.',
  })
  sequence?: number | null

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of a named version of the budget.',
  })
  version?: string | null
}
