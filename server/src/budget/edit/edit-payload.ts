import type { Fault } from '@andel/schema/fault'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Change } from '../../history/change.entity.ts'
import { DateTime, Json } from '../../scalars/index.ts'
import { Budget } from '../budget.entity.ts'
import { FaultFields } from '../fault-fields.ts'

@ObjectType({ description: 'Why an edit cannot be applied.' })
export class EditProblem extends FaultFields {
  @Field(() => Int, { description: 'Which edit: its index in the input.' })
  readonly edit: number

  @Field(() => ID, { nullable: true, description: 'Global id of what it is about.' })
  readonly entityId: string | null

  @Field(() => String, { nullable: true, description: 'Which field of it.' })
  readonly field: string | null

  constructor(edit: number, entityId: string | null, field: string | null, fault: Fault) {
    super(fault)
    this.edit = edit
    this.entityId = entityId
    this.field = field
  }
}

@ObjectType({
  description:
    'Somebody else has changed the same field since the version that the edit was based on.',
})
export class EditConflict {
  @Field(() => Int, { description: 'Which edit: its index in the input.' })
  edit: number

  @Field(() => ID, { description: 'Global id of what it is about.' })
  entityId: string

  @Field(() => String, { description: 'Which field; "-" when the whole entity was to be removed.' })
  field: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  basedOnVersion: number

  @Field(() => Int, { description: 'The version as it now is: base the edit on it to insist.' })
  currentVersion: number

  @Field(() => Json, { nullable: true, description: 'The value that the edit would have set.' })
  yours: unknown

  @Field(() => Json, { nullable: true, description: 'The value that now stands.' })
  current: unknown

  @Field(() => String, { description: 'Who set it.' })
  changedBy: string

  @Field(() => DateTime, { description: 'When.' })
  changedAt: Date
}

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
