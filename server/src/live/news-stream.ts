/** Whoever listens does not take what is told: nothing is kept for it without bound, so it must come again. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader'
}

/** Told and not taken yet, at most. */
const mostWaiting = 200

/** What is told to one listener, in order, taken one by one. It ends at once when the listener leaves, also while it waits. */
export class NewsStream<T> implements AsyncIterableIterator<T> {
  private readonly told: T[] = []
  private waiting: PromiseWithResolvers<IteratorResult<T>> | undefined
  private over = false
  private fault: Error | undefined

  /**
   * @param leave - is called once, when it ends
   * @param before - what comes before all that is told; undefined when nothing does any more
   */
  constructor(
    private readonly leave: () => void,
    private before?: () => Promise<T | undefined>,
  ) {}

  tell(news: T): void {
    if (this.over) return
    if (this.told.length >= mostWaiting) return this.fail(new SlowReader())
    this.told.push(news)
    this.serve()
  }

  async next(): Promise<IteratorResult<T>> {
    while (this.before && !this.over) {
      const news = await this.before()
      if (news === undefined) this.before = undefined
      else if (!this.over) return { done: false, value: news }
    }
    this.waiting = Promise.withResolvers()
    const { promise } = this.waiting
    this.serve()
    return await promise
  }

  async return(): Promise<IteratorResult<T>> {
    this.end()
    return { done: true, value: undefined }
  }

  throw(error: Error): Promise<IteratorResult<T>> {
    this.end()
    return Promise.reject(error)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  end(): void {
    if (this.over) return
    this.over = true
    this.told.length = 0
    this.leave()
    this.serve()
  }

  private fail(fault: Error): void {
    this.fault = fault
    this.end()
  }

  private serve(): void {
    if (!this.waiting) return
    const { resolve, reject } = this.waiting
    if (this.told.length > 0) resolve({ done: false, value: this.told.shift()! })
    else if (this.fault) reject(this.fault)
    else if (this.over) resolve({ done: true, value: undefined })
    else return
    this.waiting = undefined
  }
}
