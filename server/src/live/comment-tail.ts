import type { Bell } from '../bell/bell.ts'
import { Listeners } from './listeners.ts'

/** A thread in which something has happened; own id. */
export interface ThreadNews {
  readonly thread: string
}

/** Tells those who listen to a budget in which threads something has happened. What, they read. */
export class CommentTail implements Disposable {
  private readonly listeners = new Listeners<ThreadNews>()
  private readonly hearing: Disposable

  constructor(bell: Bell) {
    this.hearing = bell.hear((ring) => {
      if (ring.kind === 'comment') this.listeners.tell(ring.budget, { thread: ring.thread })
    })
  }

  /** @param budget - own id */
  listen(budget: string): AsyncIterableIterator<ThreadNews> {
    return this.listeners.add(budget)
  }

  [Symbol.dispose](): void {
    this.hearing[Symbol.dispose]()
    this.listeners.end()
  }
}
