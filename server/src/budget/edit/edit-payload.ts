import { Field, ObjectType } from 'type-graphql'
import { Change } from '../../history/change.entity.ts'
import { EditConflict } from '../../history/edit-conflict.ts'
import { EditProblem } from '../../history/edit-problem.ts'
import { Budget } from '../budget.entity.ts'

@ObjectType({ description: 'What came of a batch of edits.' })
export class EditBudgetPayload {
  @Field(() => Budget, { description: 'The budget as it now stands, edited or not.' })
  budget: Budget

  @Field(() => Boolean, { description: 'Whether the edits are stored: all of them, or none.' })
  applied: boolean

  @Field(() => Boolean, {
    description: 'Whether they had been stored before, by an earlier try with the same key.',
  })
  replayed: boolean

  @Field(() => [Change], {
    description: 'What was changed, in order. An edit that changes nothing leaves no change.',
  })
  changes: Change[]

  @Field(() => [EditProblem], { description: 'Why edits cannot be applied.' })
  problems: EditProblem[]

  @Field(() => [EditConflict], { description: 'Where somebody else was first.' })
  conflicts: EditConflict[]
}
