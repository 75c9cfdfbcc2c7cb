import { type RawQueryFragment, raw, sql } from '@mikro-orm/core'

/** A part of a statement, valid in SQLite and PostgreSQL, with the tables it needs. */
export interface Part {
  readonly needs: readonly Join[]
  readonly sql: RawQueryFragment
}

/** Tables that are joined when a part needs them. Each is unique for a line or a share, so it multiplies nothing. */
const joins = {
  f: (from: Source) => `join line_figures f on f.line_id = ${from.lineId}`,
  l: (from: Source) => `join budget_line l on l.id = ${from.lineId}`,
  k: () => 'join distribution_key k on k.id = l.key_id',
  b: (from: Source) => `join budget b on b.id = ${from.budgetId}`,
  m: () => 'join municipality m on m.code = s.municipality_code',
  // as text: a list of values knows no other type
  services: () => 'join service_place on service_place.id = cast(b.joint_service_id as text)',
  names: () => 'join name_place on name_place.code = s.municipality_code',
}
export type Join = keyof typeof joins
const inOrder = Object.keys(joins) as Join[]
const alsoNeeds: Partial<Record<Join, Join>> = { k: 'l', services: 'b' }

/** Where rows come from: the copies of lines, or of shares. */
export interface Source {
  readonly from: string
  readonly lineId: string
  readonly budgetId: string
  readonly amount: string
  /** Joins that `from` has already. */
  readonly has: Join | undefined
}

export const lineSource: Source = {
  from: 'line_figures f',
  lineId: 'f.line_id',
  budgetId: 'f.budget_id',
  amount: 'f.amount',
  has: 'f',
}

export const shareSource: Source = {
  from: 'cost_share s',
  lineId: 's.line_id',
  budgetId: 's.budget_id',
  amount: 's.amount',
  has: undefined,
}

export interface Statement {
  readonly source: Source
  readonly columns: readonly Part[]
  readonly where: readonly Part[]
  readonly groupBy?: readonly Part[]
  readonly having?: readonly Part[]
  readonly orderBy?: readonly Part[]
  readonly limit?: number
  /** Places of names as Swedish orders them: `service_place (id, place)`, `name_place (code, place)`. */
  readonly places?: ReadonlyMap<Join, RawQueryFragment>
}

/** The statement as one fragment, for `em.execute`. */
export function statementOf(wanted: Statement): RawQueryFragment {
  const { source, columns, where, groupBy = [], having = [], orderBy = [], limit } = wanted
  const needed = neededBy([...columns, ...where, ...groupBy, ...having, ...orderBy])
  const places = [...(wanted.places ?? [])].flatMap(([join, list]) =>
    needed.has(join) ? [list] : [],
  )
  const clauses = [
    ...(places.length > 0 ? [sql`with ${list(places, ', ')}`] : []),
    sql`select ${listed(columns, ', ')}`,
    raw(`from ${source.from}`),
    ...inOrder
      .filter((join) => needed.has(join) && join !== source.has)
      .map((join) => raw(joins[join](source))),
    ...(where.length > 0 ? [sql`where ${listed(where, ' and ')}`] : []),
    ...(groupBy.length > 0 ? [sql`group by ${listed(groupBy, ', ')}`] : []),
    ...(having.length > 0 ? [sql`having ${listed(having, ' and ')}`] : []),
    ...(orderBy.length > 0 ? [sql`order by ${listed(orderBy, ', ')}`] : []),
    ...(limit === undefined ? [] : [sql`limit ${limit}`]),
  ]
  return list(clauses, ' ')
}

/** A part that needs tables. */
export function part(text: string, ...needs: Join[]): Part {
  return { needs, sql: raw(text) }
}

/** A condition: that a column has one of some values. Nothing has one of none. */
export function anyOf(
  column: string,
  values: readonly (string | number)[],
  ...needs: Join[]
): Part {
  if (values.length === 0) return part('1 = 0')
  return { needs, sql: raw(`${column} in (${values.map(() => '?').join(', ')})`, [...values]) }
}

function neededBy(parts: readonly Part[]): ReadonlySet<Join> {
  const needed = new Set(parts.flatMap(({ needs }) => needs))
  for (const [join, other] of Object.entries(alsoNeeds))
    if (needed.has(join as Join)) needed.add(other)
  return needed
}

function listed(parts: readonly Part[], separator: string): RawQueryFragment {
  return list(
    parts.map((one) => one.sql),
    separator,
  )
}

function list(fragments: readonly RawQueryFragment[], separator: string): RawQueryFragment {
  return raw(fragments.map(() => '?').join(separator), [...fragments])
}
