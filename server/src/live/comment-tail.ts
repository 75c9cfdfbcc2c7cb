import type { Bell } from '../bell/bell.ts'
import { Listeners } from './listeners.ts'

/** A thread in which something has happened; own id. */
export interface ThreadNews {
  readonly thread: string
}

/** Milliseconds in which what happens in a thread is told once: it is told whole. */
const breath = 100

/** Tells those who listen to a budget in which threads something has happened. What, they read. */
export class CommentTail implements Disposable {
  private readonly listeners = new Listeners<ThreadNews>()
  /** By thread. */
  private readonly telling = new Map<string, NodeJS.Timeout>()
  private readonly hearing: Disposable

  constructor(bell: Bell) {
    this.hearing = bell.hear((ring) => {
      if (ring.kind === 'comment') this.tellSoon(ring.budget, ring.thread)
    })
  }

  /** @param budget - own id */
  listen(budget: string): AsyncIterableIterator<ThreadNews> {
    return this.listeners.add(budget)
  }

  [Symbol.dispose](): void {
    this.hearing[Symbol.dispose]()
    this.listeners.end()
    for (const timer of this.telling.values()) clearTimeout(timer)
  }

  private tellSoon(budget: string, thread: string): void {
    if (!this.listeners.has(budget) || this.telling.has(thread)) return
    const tell = (): void => {
      this.telling.delete(thread)
      this.listeners.tell(budget, { thread })
    }
    this.telling.set(thread, setTimeout(tell, breath))
  }
}
