import { Field, ID, InputType } from 'type-graphql'
import { BudgetMomentInput } from './moment-input.ts'

@InputType({ description: 'A name for a budget as it stood at a moment.' })
export class NameBudgetVersionInput {
  @Field(() => ID, { description: 'Global id of the budget.' })
  budgetId: string

  @Field(() => String, {
    description:
      'What to call it, 1 to 200 characters; no other version of the budget is so called.',
  })
  name: string

  @Field(() => String, {
    nullable: true,
    description: 'What one should know about it, at most 5000 characters.',
  })
  note?: string | null

  @Field(() => BudgetMomentInput, {
    nullable: true,
    description: 'Which moment; left out: now.',
  })
  at?: BudgetMomentInput | null
}

@InputType({ description: 'A version whose name is to go.' })
export class RemoveBudgetVersionInput {
  @Field(() => ID, { description: 'Global id of the version.' })
  versionId: string
}
