import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { toGlobalId } from '../connection/global-id.ts'
import { CommentThread } from './comment-thread.entity.ts'

/** What one person says in a thread. */
@Entity()
export class Comment {
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

  @Property({ type: 'datetime', length: 3 })
  at: Opt<Date> = new Date()

  /** Empty when it has been withdrawn. */
  @Property({ type: 'text' })
  text: string

  /** Own ids of the people named in it. */
  @Property({ type: 'json' })
  mentions: Opt<readonly string[]> = []

  @Property({ type: 'datetime', length: 3, nullable: true })
  withdrawnAt: Date | null = null
}
