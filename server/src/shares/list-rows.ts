import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type Ordering, type Term, beyond, isOfShares, orderParts } from './ordering.ts'
import type { Bound, Row, Value } from './spot.ts'
import { type Part, type Source, type Statement, part, statementOf } from './statement.ts'

/** Between what rows are looked for; neither end counts. */
export interface Bounds {
  readonly after: Bound | undefined
  readonly before: Bound | undefined
}

/** Which rows are wanted. */
export interface RowsWanted {
  readonly source: Source
  readonly where: readonly Part[]
  readonly bounds: Bounds
  /** At most this many: the first, or the last when it is read backwards. */
  readonly limit: number
  /** The last comes first. */
  readonly backward: boolean
}

/** How many there are. */
export async function countRows(
  em: EntityManager,
  source: Source,
  where: readonly Part[],
): Promise<number> {
  const columns = [part('count(*) as n')]
  const [row] = await em.execute<[{ n: number }]>(statementOf({ source, columns, where }))
  return Number(row.n)
}

/** Whether there is any. */
export async function anyRow(
  em: EntityManager,
  source: Source,
  where: readonly Part[],
  { places }: Ordering,
): Promise<boolean> {
  const columns = [part('1 as n')]
  const rows = await em.execute(statementOf({ source, columns, where, places, limit: 1 }))
  return rows.length > 0
}

/**
 * Rows in an order.
 *
 * @param carried - how many of the first terms a row brings along
 */
export async function listRows(
  em: EntityManager,
  { source, where, bounds, limit, backward }: RowsWanted,
  { terms, places }: Ordering,
  carried: number,
): Promise<Row[]> {
  return readRows(em, terms.slice(0, carried), {
    source,
    where: [...where, ...within(bounds, terms)],
    orderBy: orderParts(terms, backward),
    limit,
    places,
  })
}

/** The conditions that rows lie between some bounds. */
export function within({ after, before }: Bounds, terms: readonly Term[]): Part[] {
  return [
    ...(after ? [beyond(terms, after, false)] : []),
    ...(before ? [beyond(terms, before, true)] : []),
  ]
}

/** The rows that a statement finds, each with what it has of some terms. */
export async function readRows(
  em: EntityManager,
  carried: readonly Term[],
  statement: Omit<Statement, 'columns'>,
): Promise<Row[]> {
  const { source } = statement
  const columns = [
    part(`${source.budgetId} as budget_id`),
    part(`${source.lineId} as line_id`),
    part(isOfShares(source) ? 's.municipality_code as code' : 'null as code'),
    ...carried.map(({ text, column }, index) => part(`${text} as o${index}`, ...column.needs)),
  ]
  const rows = await em.execute<Readonly<Record<string, Value | null>>[]>(
    statementOf({ ...statement, columns }),
  )
  return rows.map((row) => ({
    budgetId: String(row['budget_id']),
    lineId: String(row['line_id']),
    code: row['code'] as string | null,
    // PostgreSQL gives what may be large as text
    values: carried.map(({ isText }, index) =>
      isText ? String(row[`o${index}`]) : Number(row[`o${index}`]),
    ),
  }))
}
