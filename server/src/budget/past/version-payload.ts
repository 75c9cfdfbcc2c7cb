import { Field, ObjectType } from 'type-graphql'
import { BudgetVersion } from '../../history/budget-version.entity.ts'
import { Budget } from '../budget.entity.ts'

@ObjectType({ description: 'What came of it.' })
export class NameBudgetVersionPayload {
  @Field(() => BudgetVersion, { description: 'The version with its name.' })
  readonly version: BudgetVersion
}

@ObjectType({ description: 'What came of it.' })
export class RemoveBudgetVersionPayload {
  @Field(() => Budget, { description: 'The budget that had it.' })
  readonly budget: Budget
}
