import type { Bell } from '../bell/bell.ts'
import { NewsStream } from './news-stream.ts'

/** A thread in which something has happened; own id. */
export interface ThreadNews {
  readonly thread: string
}

/** Tells those who listen to a budget in which threads something has happened. What, they read. */
export class CommentTail implements Disposable {
  private readonly listeners = new Map<string, Set<NewsStream<ThreadNews>>>()
  private readonly hearing: Disposable

  constructor(bell: Bell) {
    this.hearing = bell.hear((ring) => {
      if (ring.kind !== 'comment') return
      const news = { thread: ring.thread }
      for (const listener of this.listeners.get(ring.budget) ?? []) listener.tell(news)
    })
  }

  /** @param budget - own id */
  listen(budget: string): AsyncIterableIterator<ThreadNews> {
    const stream = new NewsStream<ThreadNews>(() => {
      const listeners = this.listeners.get(budget)
      listeners?.delete(stream)
      if (listeners?.size === 0) this.listeners.delete(budget)
    })
    const listeners = this.listeners.get(budget) ?? new Set()
    this.listeners.set(budget, listeners.add(stream))
    return stream
  }

  [Symbol.dispose](): void {
    this.hearing[Symbol.dispose]()
    for (const listeners of this.listeners.values()) for (const one of listeners) one.end()
  }
}
