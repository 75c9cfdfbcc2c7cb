import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import {
  Entity,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
  Unique,
} from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { DateTime } from '../scalars/index.ts'

@ObjectType({
  implements: Node,
  description:
    'What the people of a municipality have noted about a line, for themselves alone. Not part of the budget, its log or its workbook.',
})
@Entity()
@Unique({ properties: ['lineId', 'municipality'] })
@Index({ properties: ['budget'] })
export class Remark implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Remark', this.id)
  }

  @ManyToOne({ entity: () => Budget, ref: true })
  readonly budget: Ref<Budget>

  /** Own id of the line, which may have been removed, and come back. */
  @Property({ type: 'uuid' })
  readonly lineId: string

  @ManyToOne({ entity: () => Municipality, ref: true, index: true })
  readonly municipality: Ref<Municipality>

  @Field(() => String, { description: 'What is noted, at most 5000 characters.' })
  @Property({ type: 'text' })
  text: string

  /** Own id of the person. */
  @Property({ type: 'string' })
  actor: string

  @Field(() => DateTime, { description: 'When it was written last.' })
  @Property({ type: 'datetime' })
  at: Date
}
