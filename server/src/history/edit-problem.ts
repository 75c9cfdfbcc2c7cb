import type { Fault } from '@andel/schema/fault'
import { Ctx, Field, ID, Int, ObjectType } from 'type-graphql'
import { can } from '../access/can.ts'
import { Budget } from '../budget/budget.entity.ts'
import type { RequestContext } from '../context.ts'
import { FaultFields } from '../fault/fault-fields.ts'
import { Municipality } from '../municipality/municipality.entity.ts'

@ObjectType({ description: 'Why an edit cannot be applied.' })
export class EditProblem extends FaultFields {
  @Field(() => Int, { description: 'Which edit: its index in the input.' })
  readonly edit: number

  @Field(() => ID, { nullable: true, description: 'Global id of what it is about.' })
  readonly entityId: string | null

  @Field(() => String, { nullable: true, description: 'Which field of it.' })
  readonly field: string | null

  @Field(() => Budget, {
    nullable: true,
    description:
      'The budget that stands in the way, when the edit is of something that several budgets rest on; null also when it is not yours to see.',
  })
  budget(@Ctx() { actor }: RequestContext): Budget | null {
    const jointService = this.inTheWay?.jointService.id
    return can(actor, 'budget.read', { jointService }) ? (this.inTheWay ?? null) : null
  }

  @Field(() => Municipality, { nullable: true, description: 'The municipality that it is about.' })
  municipality(@Ctx() { directory }: RequestContext): Municipality | null {
    const { code } = this.fault.details
    return typeof code === 'string' ? directory.find(code) : null
  }

  constructor(
    edit: number,
    entityId: string | null,
    field: string | null,
    fault: Fault,
    private readonly inTheWay?: Budget,
  ) {
    super(fault)
    this.edit = edit
    this.entityId = entityId
    this.field = field
  }
}
