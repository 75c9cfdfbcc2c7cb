import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Bell } from '../bell/bell.ts'
import { ofBudgets } from '../history/change-filter.ts'
import { Change } from '../history/change.entity.ts'
import { HistoryHead } from '../history/history-head.entity.ts'
import { ReachedBudget } from '../history/reached-budget.entity.ts'
import { log } from '../operation/log.ts'
import { BudgetNews } from './budget-news.ts'
import { Listeners } from './listeners.ts'
import type { NewsStream } from './news-stream.ts'

/** Changes that are read in one go. */
const page = 1000

/** Milliseconds between two looks while a lot happens: what comes meanwhile is told together. */
const breath = 100

/** Milliseconds after which it looks though nobody has rung: a ring may be lost. */
const doubt = 1500

/**
 * The end of the log as one process follows it, and tells those who listen to a budget. The log is read once for all of them,
 * and only while somebody listens.
 */
export class ChangeTail implements Disposable {
  private readonly listeners = new Listeners<BudgetNews>()
  /** Sequence up to which all has been told; undefined while nobody listens. */
  private told: number | undefined
  private beginning: Promise<void> | undefined
  private isLooking = false
  private mustLook = false
  private readonly timer: NodeJS.Timeout
  private readonly hearing: Disposable

  /** @param em - of which each look gets a fork of its own */
  constructor(
    private readonly em: EntityManager,
    bell: Bell,
  ) {
    this.hearing = bell.hear(({ kind }) => kind === 'stored' && this.look())
    this.timer = setInterval(() => this.look(), doubt).unref()
  }

  /** What happens to a budget after a sequence, without gap or repeat. @param budgetId - own id */
  async listen(budgetId: string, after: number): Promise<AsyncIterableIterator<BudgetNews>> {
    const stream = this.listeners.add(
      budgetId,
      () => this.rest(),
      () => earlier(),
    )
    try {
      await (this.beginning ??= this.begin())
    } catch (error) {
      stream.end()
      throw error
    }
    let own = after
    const joinedAt = this.told ?? after
    const earlier = async (): Promise<BudgetNews | undefined> => {
      if (own >= joinedAt) return undefined
      const changes = await this.read(budgetId, own, joinedAt)
      if (changes.length > 0) return new BudgetNews(changes)
      own = joinedAt
      return undefined
    }
    return onlyAfter(
      stream,
      () => own,
      (sequence) => (own = sequence),
    )
  }

  [Symbol.dispose](): void {
    clearInterval(this.timer)
    this.hearing[Symbol.dispose]()
    this.listeners.end()
  }

  private async begin(): Promise<void> {
    const head = await this.em.fork().findOneOrFail(HistoryHead, { id: 1 })
    if (!this.listeners.isEmpty) this.told = head.sequence // they may have left meanwhile
  }

  private rest(): void {
    if (!this.listeners.isEmpty) return
    this.told = undefined
    this.beginning = undefined
  }

  private look(): void {
    this.mustLook = this.told !== undefined
    if (!this.mustLook || this.isLooking) return
    this.isLooking = true
    void this.lookOn().finally(() => (this.isLooking = false))
  }

  private async lookOn(): Promise<void> {
    while (this.mustLook) {
      this.mustLook = false
      try {
        this.mustLook = (await this.tellNew()) || this.mustLook
      } catch (err) {
        log.warn({ err }, 'the log could not be followed') // the next look begins where this one did
      }
      await new Promise((go) => setTimeout(go, breath))
    }
  }

  /** @returns whether there is more */
  private async tellNew(): Promise<boolean> {
    const from = this.told
    if (from === undefined) return false
    const em = this.em.fork()
    const changes = await em.find(
      Change,
      { sequence: { $gt: from } },
      { orderBy: { sequence: 'asc' }, limit: page },
    )
    const elsewhere = changes.filter(({ budget }) => budget === null)
    const reached = await em.find(ReachedBudget, { change: { $in: elsewhere } })
    if (changes.length === 0 || this.told !== from) return false
    this.told = changes.at(-1)!.sequence
    const reachedBy = Map.groupBy(reached, ({ change }) => change.unwrap().sequence)
    const byBudget = new Map<string, Change[]>()
    for (const change of changes) {
      const budgets = change.budget
        ? [change.budget.id]
        : (reachedBy.get(change.sequence) ?? []).map(({ budget }) => budget.id)
      for (const id of budgets) {
        if (!this.listeners.has(id)) continue
        const own = byBudget.get(id) ?? []
        own.push(change)
        byBudget.set(id, own)
      }
    }
    for (const [id, own] of byBudget) this.listeners.tell(id, new BudgetNews(own))
    return changes.length === page
  }

  /** A page of the changes of a budget, after one and up to another. */
  private read(budgetId: string, after: number, upTo: number): Promise<Change[]> {
    return this.em
      .fork()
      .find(
        Change,
        { $and: [{ sequence: { $gt: after, $lte: upTo } }, ofBudgets([budgetId])] } as object,
        { orderBy: { sequence: 'asc' }, limit: page },
      )
  }
}

/** The news of a stream that a listener does not have yet. */
function onlyAfter(
  stream: NewsStream<BudgetNews>,
  own: () => number,
  note: (sequence: number) => void,
): AsyncIterableIterator<BudgetNews> {
  return {
    async next() {
      for (;;) {
        const { done, value } = await stream.next()
        if (done) return { done, value: undefined }
        const later = value.changes[0]!.sequence > own() ? value : value.after(own())
        if (!later) continue
        note(later.sequence)
        return { done: false, value: later }
      }
    },
    return: () => stream.return(),
    throw: (error: Error) => stream.throw(error),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
