import { Field, ObjectType } from 'type-graphql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { BudgetEffect } from '../budget/reach/budget-effect.ts'
import { editPayload } from '../history/edit-payload.ts'

const Payload = editPayload({
  conflicts: 'Where somebody else was first; the version is that of the agreement.',
})

@ObjectType({ description: 'What came of edits of an agreement.' })
export class EditAgreementPayload extends Payload {
  @Field(() => Agreement, { description: 'The agreement as it now stands, edited or not.' })
  agreement: Agreement

  @Field(() => [BudgetEffect], {
    description:
      'The budgets whose shares the edits change, or would change; none when it was all stored before.',
  })
  effects: BudgetEffect[]
}
