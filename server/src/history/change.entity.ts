import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { DateTime, Json } from '../scalars/index.ts'

@ObjectType({
  implements: Node,
  description:
    'One accepted edit. Written in the same transaction as what it tells of, and never changed.',
})
@Entity()
@Index({ properties: ['entityId', 'version'] })
export class Change implements Node {
  @Field(() => Int, { description: 'Its number in the order in which edits were accepted.' })
  @PrimaryKey({ type: 'integer', autoincrement: false })
  readonly sequence: number

  get globalId(): Opt<string> {
    return toGlobalId('Change', this.sequence)
  }

  @Field(() => DateTime, { description: 'When it was accepted.' })
  @Property({ type: 'datetime', length: 3 })
  at: Date

  /** Own id of the person; what a program is called. */
  @Property({ type: 'string' })
  actor: string

  /** The budget that was edited; null for what several budgets rest on. Those are reached: `ReachedBudget`. */
  @ManyToOne({
    entity: () => Budget,
    ref: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  budget: Ref<Budget> | null

  /** The joint service that it belongs to; null for what is nobody's alone, such as numbers of inhabitants. */
  @ManyToOne({
    entity: () => JointService,
    ref: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  jointService: Ref<JointService> | null

  @Field(() => String, { description: 'Type of what was changed, e.g. "BudgetLine".' })
  @Property({ type: 'string' })
  entity: string

  @Field(() => ID, { description: 'Global id of what was changed.' })
  @Property({ type: 'string' })
  entityId: string

  @Field(() => Int, {
    description:
      'Version, after the change, of what was changed; of the agreement, when it is part of one. Several changes of one batch share it.',
  })
  @Property({ type: 'integer' })
  version: number

  @Field(() => String, {
    description: 'Name of the field; "+" when the entity was added, "-" when it was removed.',
  })
  @Property({ type: 'string' })
  field: string

  @Field(() => Json, { nullable: true, description: 'Value before, in the form the API gives it.' })
  @Property({ type: 'json', nullable: true })
  before: unknown

  @Field(() => Json, { nullable: true, description: 'Value after, in the form the API gives it.' })
  @Property({ type: 'json', nullable: true })
  after: unknown

  @Field(() => ID, {
    description: 'Edits with the same batch were accepted together: the client mutation key.',
  })
  @Property({ type: 'string', index: true })
  batch: string

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever did it.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null

  /** Over the hash of the change before it and all that this one tells: `hashOfChange`. */
  @Property({ type: 'string', length: 64 })
  hash: string
}
