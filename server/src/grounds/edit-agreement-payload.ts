import { Field, ObjectType } from 'type-graphql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { BudgetEffect } from '../budget/reach/budget-effect.ts'
import { Change } from '../history/change.entity.ts'
import { EditConflict } from '../history/edit-conflict.ts'
import { EditProblem } from '../history/edit-problem.ts'

@ObjectType({ description: 'What came of edits of an agreement.' })
export class EditAgreementPayload {
  @Field(() => Agreement, { description: 'The agreement as it now stands, edited or not.' })
  agreement: Agreement

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

  @Field(() => [EditConflict], {
    description: 'Where somebody else was first; the version is that of the agreement.',
  })
  conflicts: EditConflict[]

  @Field(() => [BudgetEffect], {
    description:
      'The budgets whose shares the edits change, or would change; none when it was all stored before.',
  })
  effects: BudgetEffect[]
}
