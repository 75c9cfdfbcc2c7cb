import { Field, ObjectType } from 'type-graphql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Change } from '../history/change.entity.ts'
import { EditProblem } from '../history/edit-problem.ts'

@ObjectType({ description: 'What came of a new agreement.' })
export class CreateAgreementPayload {
  @Field(() => Agreement, {
    nullable: true,
    description: 'The new agreement; null when there are problems, and nothing is stored then.',
  })
  agreement: Agreement | null

  @Field(() => Boolean, {
    description: 'Whether it had been stored before, by an earlier try with the same key.',
  })
  replayed: boolean

  @Field(() => [Change], { description: 'What was added, in order.' })
  changes: Change[]

  @Field(() => [EditProblem], {
    description:
      'Why it cannot be created. `field` is one of the input, of its key (`name`, `bases`) or of a participant (`municipalityCode`, `from`, `to`); `edit` is then the index of the participant, and otherwise 0.',
  })
  problems: EditProblem[]
}
