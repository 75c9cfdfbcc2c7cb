import { randomUUID } from 'node:crypto'
import {
  type AmountStep,
  type Basis,
  type ResidualRule,
  type ShareStep,
  amountSteps,
  residualRules,
  shareSteps,
} from '@andel/schema/allocation'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { AmountStepType, ResidualRuleType, ShareStepType } from './key-enums.ts'

@ObjectType({
  implements: Node,
  description:
    'What weighs when a cost is split, and how to round (fördelningsnyckel). A budget has keys of its own, so a change never reaches another budget.',
})
@Entity()
export class DistributionKey implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('DistributionKey', this.id)
  }

  /** The budget it belongs to; null for the default key of an agreement. */
  @ManyToOne({ entity: () => Budget, ref: true, nullable: true, index: true })
  budget: Ref<Budget> | null = null

  @Field(() => Int, {
    description: 'Grows with each change. Send it back with an edit; a stale one is refused.',
  })
  @Property({ type: 'integer' })
  version: Opt<number> = 1

  @Field(() => String, { description: 'What people call it.' })
  @Property({ type: 'string' })
  name: string

  @Field(() => String, { nullable: true, description: 'Why it is as it is.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'json' })
  bases: readonly Basis[]

  @Field(() => ShareStepType, {
    description: 'Whether the share is rounded before the amount is split.',
  })
  @Enum({ items: [...shareSteps], type: 'string' })
  shareStep: ShareStep

  @Field(() => AmountStepType, { description: 'The smallest unit of an amount.' })
  @Enum({ items: [...amountSteps], type: 'string' })
  amountStep: AmountStep

  @Field(() => ResidualRuleType, { description: 'Who bears what rounding leaves over.' })
  @Enum({ items: [...residualRules], type: 'string' })
  residualRule: ResidualRule

  @ManyToOne({ entity: () => Municipality, ref: true, nullable: true })
  named: Ref<Municipality> | null = null
}
