import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Extensions, Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { DateTime } from '../scalars/index.ts'
import { CommentThread } from './comment-thread.entity.ts'

@ObjectType({ implements: Node, description: 'What one person says in a thread.' })
@Entity()
export class Comment implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Comment', this.id)
  }

  @ManyToOne({ entity: () => CommentThread, ref: true, index: true, deleteRule: 'restrict' })
  thread: Ref<CommentThread>

  /** Own id of the person. */
  @Property({ type: 'string' })
  actor: string

  @Field(() => DateTime, { description: 'When it was written.' })
  @Property({ type: 'datetime', length: 3 })
  at: Opt<Date> = new Date()

  @Extensions({ varies: true })
  @Field(() => String, {
    description: 'Plain text of at most 5000 characters; empty when it has been withdrawn.',
  })
  @Property({ type: 'text' })
  text: string

  /** Own ids of the people named in it. */
  @Property({ type: 'json' })
  mentions: Opt<readonly string[]> = []

  @Extensions({ varies: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was withdrawn by who wrote it; null while it stands.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  withdrawnAt: Date | null = null
}
