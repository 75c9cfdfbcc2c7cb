import { NewsStream } from './news-stream.ts'

/** Who listens to what happens in each budget, by its own id. */
export class Listeners<T> {
  private readonly byBudget = new Map<string, Set<NewsStream<T>>>()

  /**
   * Somebody who listens from now on, until the stream ends.
   *
   * @param leave - is called once, when it ends
   * @param before - what comes before all that is told; undefined when nothing does any more
   */
  add(budget: string, leave?: () => void, before?: () => Promise<T | undefined>): NewsStream<T> {
    const stream = new NewsStream<T>(() => {
      this.remove(budget, stream)
      leave?.()
    }, before)
    const listeners = this.byBudget.get(budget) ?? new Set()
    this.byBudget.set(budget, listeners.add(stream))
    return stream
  }

  has(budget: string): boolean {
    return this.byBudget.has(budget)
  }

  get isEmpty(): boolean {
    return this.byBudget.size === 0
  }

  tell(budget: string, news: T): void {
    for (const listener of this.byBudget.get(budget) ?? []) listener.tell(news)
  }

  end(): void {
    for (const listeners of this.byBudget.values()) for (const one of listeners) one.end()
  }

  private remove(budget: string, stream: NewsStream<T>): void {
    const listeners = this.byBudget.get(budget)
    listeners?.delete(stream)
    if (listeners?.size === 0) this.byBudget.delete(budget)
  }
}
