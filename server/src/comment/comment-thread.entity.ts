import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Extensions, Field, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { DateTime } from '../scalars/index.ts'

// nothing of it is in the log of changes: what is read of it is never kept
@ObjectType({
  implements: Node,
  description:
    'What is said about a cell or a line of a budget, until it is resolved. Not part of the amounts, nor of the log of changes.',
})
@Entity()
export class CommentThread implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('CommentThread', this.id)
  }

  @ManyToOne({ entity: () => Budget, ref: true, index: true, deleteRule: 'restrict' })
  budget: Ref<Budget>

  /** Own id of the line, which may have been removed since. */
  @Property({ type: 'string', index: true })
  lineId: string

  @Field(() => String, {
    nullable: true,
    description:
      'Field of the line, e.g. "amount", or code of the municipality whose share it is about; null when it is about the whole line.',
  })
  @Property({ type: 'string', nullable: true })
  field: string | null = null

  @Extensions({ varies: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was resolved; null while it is open.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  resolvedAt: Date | null = null

  /** Own id of the person who resolved it. */
  @Property({ type: 'string', nullable: true })
  resolvedBy: string | null = null
}
