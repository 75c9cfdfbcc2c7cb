import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { raw } from '@mikro-orm/core'
import type { RequestContext } from '../context.ts'
import { type RowsWanted, readRows, within } from './list-rows.ts'
import { byName } from './name-places.ts'
import { inSheet, isOfShares, orderParts } from './ordering.ts'
import type { Row } from './spot.ts'
import { staleBudgets } from './stale-budgets.ts'
import type { Part } from './statement.ts'
import { bringUpToDate } from './up-to-date.ts'

/** A budget on the way, and how much its copy holds. */
interface Stop {
  readonly id: string
  readonly service: string
  readonly name: string
  readonly year: number
  readonly lines: number
  readonly shares: number
}

/** Budgets of one statement. */
const mostAtOnce = 100
/** Copies that are made at once: few, the first time, so that the first rows come soon. */
const copies = { first: 2, most: 8 }

/**
 * Rows by joint service, the newest year first, and as in the sheet: budget after budget, as far as is needed. So a page costs what it
 * holds, however long the list is and wherever the page lies, and only the copies of those budgets have to be up to date.
 */
export async function walkBudgets(context: RequestContext, wanted: RowsWanted): Promise<Row[]> {
  const way = new Way(context, wanted)
  await way.begin()
  const rows: Row[] = []
  for (let ahead = 1; rows.length < wanted.limit; ahead *= 4) {
    const run = await way.next(ahead * (wanted.limit - rows.length))
    if (run.length === 0) break
    const more = await rowsOf(context.em, wanted, run, wanted.limit - rows.length)
    for (const row of more) rows.push(row)
  }
  return rows
}

/** The budgets in their order, or against it. */
class Way {
  private stops: readonly Stop[] = []
  private stale: ReadonlyMap<string, number> = new Map()
  private at = 0
  private copies = copies.first

  constructor(
    private readonly context: RequestContext,
    private readonly wanted: RowsWanted,
  ) {}

  async begin(): Promise<void> {
    this.stale = await staleBudgets(this.context.em)
    const all = await stopsOf(this.context.em)
    const { backward, bounds } = this.wanted
    const way = backward ? all.toReversed() : all
    const [from, to] = backward ? [bounds.before, bounds.after] : [bounds.after, bounds.before]
    const start = from ? way.findIndex(({ id }) => id === from.budgetId) : 0
    const end = to ? way.findIndex(({ id }) => id === to.budgetId) : way.length - 1
    this.stops = way.slice(start, end + 1)
  }

  /** The next budgets, which hold some rows together as far as can be told. */
  async next(rows: number): Promise<Stop[]> {
    if (this.stale.has(this.stops[this.at]?.id ?? '')) await this.copy()
    const run: Stop[] = []
    let expected = 0
    while (expected < rows && run.length < mostAtOnce && this.at < this.stops.length) {
      const stop = this.stops[this.at]!
      if (this.stale.has(stop.id)) break
      this.at++
      if (stop.lines > 0) run.push(stop)
      expected += this.expected(stop)
    }
    const nothingThere = run.length === 0 && this.at < this.stops.length
    return nothingThere ? await this.next(rows) : run
  }

  /** Makes the copies of the next budgets that need it. */
  private async copy(): Promise<void> {
    const ids = this.stops.slice(this.at).map(({ id }) => id)
    const some = ids.filter((id) => this.stale.has(id)).slice(0, this.copies)
    this.copies = copies.most
    await bringUpToDate(this.context, some)
    this.stale = new Map([...this.stale].filter(([id]) => !some.includes(id)))
    const now = new Map((await stopsOf(this.context.em)).map((stop) => [stop.id, stop]))
    this.stops = this.stops.map((stop) => now.get(stop.id) ?? stop)
  }

  /** How many rows there will be, when nothing is filtered; of the first, what is left of it. */
  private expected({ id, lines, shares }: Stop): number {
    const { source, bounds, backward } = this.wanted
    const from = backward ? bounds.before : bounds.after
    const rows = isOfShares(source) ? shares : lines
    if (from?.budgetId !== id || lines === 0) return rows
    const left = backward ? from.position : lines - from.position - 1
    return (rows * Math.max(0, left)) / lines
  }
}

/** All budgets, in order. */
async function stopsOf(em: EntityManager): Promise<Stop[]> {
  const all = await em.execute<Stop[]>(
    `select b.id as id, b.joint_service_id as service, j.name as name, b.year as year,
       coalesce(f.lines, 0) as lines, coalesce(f.shares, 0) as shares
     from budget b join joint_service j on j.id = b.joint_service_id
     left join budget_figures f on f.budget_id = b.id`,
  )
  const services = new Map(all.map(({ service, name }) => [service, { id: service, name }]))
  const ordered = [...services.values()].toSorted(byName).map(({ id }) => id)
  const places = new Map(ordered.map((id, place) => [id, place]))
  return all.toSorted((a, b) => places.get(a.service)! - places.get(b.service)! || b.year - a.year)
}

/** The rows of some budgets that follow each other, in order. */
async function rowsOf(
  em: EntityManager,
  { source, where, bounds, backward }: RowsWanted,
  run: readonly Stop[],
  limit: number,
): Promise<Row[]> {
  const terms = inSheet(source)
  const ids = run.map(({ id }) => id)
  const ends = [bounds.after, bounds.before].flatMap((bound, index) => {
    if (!bound || !ids.includes(bound.budgetId)) return []
    const own = { after: undefined, before: undefined, [index === 0 ? 'after' : 'before']: bound }
    const [inside] = within(own, terms)
    return ids.length === 1 ? [inside!] : [elsewhereOr(bound.budgetId, inside!)]
  })
  return readRows(em, [], {
    source,
    where: [ofBudgets(ids), ...ends, ...where],
    orderBy: [...(ids.length > 1 ? [inRun(ids)] : []), ...orderParts(terms, backward)],
    limit,
  })
}

// One budget alone is told by `=`, so that the index has its rows in order.
function ofBudgets(ids: readonly string[]): Part {
  const marks = ids.map(() => '?').join()
  const sql =
    ids.length === 1 ? raw('f.budget_id = ?', [...ids]) : raw(`f.budget_id in (${marks})`, [...ids])
  return { needs: ['f'], sql }
}

function elsewhereOr(budgetId: string, { needs, sql }: Part): Part {
  return { needs, sql: raw('(f.budget_id <> ? or ?)', [budgetId, sql]) }
}

function inRun(ids: readonly string[]): Part {
  const cases = ids.map((_, place) => `when ? then ${place}`).join(' ')
  return { needs: ['f'], sql: raw(`case cast(f.budget_id as text) ${cases} end`, [...ids]) }
}
