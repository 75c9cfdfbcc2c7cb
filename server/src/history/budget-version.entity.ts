import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { DateTime } from '../scalars/index.ts'

@ObjectType({
  implements: Node,
  description: 'A name for a budget as it stood at a moment, such as "Proposal to the board".',
})
@Entity()
export class BudgetVersion implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('BudgetVersion', this.id)
  }

  @ManyToOne({ entity: () => Budget, ref: true, index: true, deleteRule: 'restrict' })
  budget: Ref<Budget>

  @Field(() => String, { description: 'What it is called.' })
  @Property({ type: 'string' })
  name: string

  @Field(() => String, { description: 'What one should know about it; "" when nothing is said.' })
  @Property({ type: 'text' })
  note: Opt<string> = ''

  @Field(() => Int, { description: 'Sequence of the newest change that it holds.' })
  @Property({ type: 'integer' })
  sequence: number

  /** Own id of the person who named it. */
  @Property({ type: 'string' })
  actor: string

  @Field(() => DateTime, { description: 'When it was named.' })
  @Property({ type: 'datetime', length: 3 })
  namedAt: Opt<Date> = new Date()
}
