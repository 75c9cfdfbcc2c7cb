import { type RawQueryFragment, raw } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { SortDirection } from '../connection/sort-direction.ts'
import type { BudgetLineOrderField, CostShareOrderField } from './list-order.ts'
import { municipalityPlaces, servicePlaces } from './name-places.ts'
import type { Bound, Value } from './spot.ts'
import { type Join, type Part, type Source, part } from './statement.ts'

/** What a list is ordered by. */
export interface ListOrder {
  readonly field: keyof typeof BudgetLineOrderField | keyof typeof CostShareOrderField
  readonly direction: SortDirection
}

const columns: Readonly<Record<ListOrder['field'], [column: string, ...needs: Join[]]>> = {
  MUNICIPALITY_CODE: ['s.municipality_code'],
  MUNICIPALITY_NAME: ['name_place.place', 'names'],
  JOINT_SERVICE: ['service_place.place', 'services'],
  YEAR: ['b.year', 'b'],
  SHEET: ['f.position', 'f'],
  SECTION: ['f.section_order', 'f'],
  DESCRIPTION: ['f.description_order', 'f'],
  AMOUNT: ['', 'f'], // of the source
  LINE_AMOUNT: ['f.amount', 'f'],
  DIFFERENCE: ['f.difference', 'f'],
  WORKLOAD: ['coalesce(l.workload, 0)', 'l'],
}

/** Hexadecimal digits, or codes. */
export const textFields: ReadonlySet<ListOrder['field']> = new Set([
  'MUNICIPALITY_CODE',
  'SECTION',
  'DESCRIPTION',
])

const { ASC, DESC } = SortDirection

// What decides between rows that are alike in the wanted order: no two rows are alike in all of it.
const byBudget: readonly ListOrder[] = [
  { field: 'JOINT_SERVICE', direction: ASC },
  { field: 'YEAR', direction: DESC },
]
const bySheet: ListOrder = { field: 'SHEET', direction: ASC }
const byBearer: ListOrder = { field: 'MUNICIPALITY_CODE', direction: ASC }

/** One thing that rows are ordered by; never null. */
export interface Term {
  readonly column: Part
  readonly text: string
  /** Text for the database; a number otherwise. */
  readonly isText: boolean
  readonly isDescending: boolean
  /** What a bound has of it. */
  readonly of: (bound: Bound) => Value
}

/** A whole order: no two rows are alike in it. */
export interface Ordering {
  readonly terms: readonly Term[]
  readonly places: ReadonlyMap<Join, RawQueryFragment>
}

/** The order within one sheet. */
export function inSheet(source: Source): Term[] {
  const orders = isOfShares(source) ? [bySheet, byBearer] : [bySheet]
  return orders.map((order) => termOf(order, source, derived[order.field]!))
}

export function isOfShares(source: Source): boolean {
  return source.has === undefined
}

/** What a bound has of an order, where that is not carried: it may have changed its place since. */
type Derived = Partial<Record<ListOrder['field'], (bound: Bound) => Value>>
const derived: Derived = {
  MUNICIPALITY_CODE: ({ code }) => code!,
  YEAR: ({ year }) => year,
  SHEET: ({ position }) => position,
}

/** The wanted order, and what decides when it does not. */
export async function orderingOf(
  em: EntityManager,
  source: Source,
  orderBy: readonly ListOrder[],
): Promise<Ordering> {
  const services = await servicePlaces(em)
  const names = orderBy.some(({ field }) => field === 'MUNICIPALITY_NAME')
    ? await municipalityPlaces(em)
    : undefined
  const known: Derived = {
    ...derived,
    JOINT_SERVICE: ({ serviceId }) => services.placeOf(serviceId),
    MUNICIPALITY_NAME: ({ code }) => names!.placeOf(code!),
  }
  const places: Ordering['places'] = new Map<Join, RawQueryFragment>([
    ['services', services.table('service_place(id, place)')],
    ...(names ? [['names', names.table('name_place(code, place)')] as const] : []),
  ])
  const terms = [...orderBy, ...byBudget].map((order, index) =>
    termOf(order, source, known[order.field] ?? (({ values }) => values[index]!)),
  )
  return { terms: [...terms, ...inSheet(source)], places }
}

function termOf({ field, direction }: ListOrder, source: Source, of: Term['of']): Term {
  const [column, ...needs] = columns[field]
  const text = column || source.amount
  return {
    column: part(text, ...needs),
    text,
    isText: textFields.has(field),
    isDescending: direction === DESC,
    of,
  }
}

/** `order by`, the other way round when it is read backwards. */
export function orderParts(terms: readonly Term[], backward: boolean): Part[] {
  return terms.map(({ column, text, isDescending }) =>
    part(`${text} ${isDescending === backward ? 'asc' : 'desc'}`, ...column.needs),
  )
}

/** The condition that a row comes after a bound; before it, when read backwards. */
export function beyond(terms: readonly Term[], bound: Bound, backward: boolean): Part {
  let sql = ''
  let values: string[] = []
  for (const { text, isDescending, of } of terms.toReversed()) {
    const value = of(bound)
    const [written, given] = typeof value === 'number' ? [String(value), []] : ['?', [value]]
    const past = `${text} ${isDescending === backward ? '>' : '<'} ${written}`
    sql = sql ? `(${past} or (${text} = ${written} and ${sql}))` : past
    values = sql === past ? given : [...given, ...given, ...values]
  }
  return { needs: terms.flatMap(({ column }) => column.needs), sql: raw(sql, values) }
}

/** The other way: that a row is that of the bound, or before it. */
export function notBeyond(terms: readonly Term[], bound: Bound, backward: boolean): Part {
  const { needs, sql } = beyond(terms, bound, backward)
  return { needs, sql: raw('not (?)', [sql]) }
}
