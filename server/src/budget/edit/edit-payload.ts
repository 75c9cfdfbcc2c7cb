import { Field, ObjectType } from 'type-graphql'
import { editPayload } from '../../history/edit-payload.ts'
import { Budget } from '../budget.entity.ts'

@ObjectType({ description: 'What came of a batch of edits.' })
export class EditBudgetPayload extends editPayload() {
  @Field(() => Budget, { description: 'The budget as it now stands, edited or not.' })
  budget: Budget
}
