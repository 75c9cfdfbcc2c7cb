import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Bell } from '../bell/bell.ts'
import { ChangeTail } from './change-tail.ts'
import { CommentTail } from './comment-tail.ts'
import { PresenceBook } from './presence-book.ts'

/** What one process tells those who listen. */
export class Live implements Disposable {
  readonly changes: ChangeTail
  readonly presence: PresenceBook
  readonly comments: CommentTail

  constructor(em: EntityManager, bell: Bell) {
    this.changes = new ChangeTail(em, bell)
    this.presence = new PresenceBook(bell)
    this.comments = new CommentTail(bell)
  }

  /** Ends every stream. */
  [Symbol.dispose](): void {
    this.changes[Symbol.dispose]()
    this.presence[Symbol.dispose]()
    this.comments[Symbol.dispose]()
  }
}
