import { type ClassType, Field, InputType } from 'type-graphql'
import { SortDirection } from './sort-direction.ts'

/** What to order by, and which way. */
export interface Order<F extends string> {
  field: F
  direction: SortDirection
}

/** The input type `XOrder` for an enum of what X can be ordered by. */
export function orderOf<F extends string>(name: string, field: object): ClassType<Order<F>> {
  @InputType(`${name}Order`, { description: 'What to order a list by, and which way.' })
  class ListOrder implements Order<F> {
    @Field(() => field, { description: 'What to order by.' })
    field: F

    @Field(() => SortDirection, {
      defaultValue: SortDirection.ASC,
      description: 'Which way to order.',
    })
    direction: SortDirection
  }
  return ListOrder
}

export const orderText =
  'What to order by; entries that are equal in the first field are ordered by the second, and so on.'

/** Orders as the database takes them, with what settles ties at the end. What is null comes last when ascending. */
export function inDatabase<F extends string, O extends object>(
  orders: readonly Order<F>[] | null | undefined,
  columns: Readonly<Record<F, (way: Way) => O>>,
  otherwise: readonly O[],
): O[] {
  return [
    ...(orders ?? []).map(({ field, direction }) => columns[field](ways[direction])),
    ...otherwise,
  ]
}

export type Way = 'asc nulls last' | 'desc nulls first'
const ways = { ASC: 'asc nulls last', DESC: 'desc nulls first' } as const

/** A list in memory, ordered. Each comparison is ascending; `otherwise` settles ties. */
export function inMemory<T, F extends string>(
  list: readonly T[],
  orders: readonly Order<F>[] | null | undefined,
  comparisons: Readonly<Record<F, (a: T, b: T) => number>>,
  otherwise: (a: T, b: T) => number,
): T[] {
  const all = (orders ?? []).map(({ field, direction }) => {
    const compare = comparisons[field]
    return direction === SortDirection.DESC ? (a: T, b: T) => compare(b, a) : compare
  })
  return list.toSorted((a, b) => {
    for (const compare of all) {
      const outcome = compare(a, b)
      if (outcome !== 0) return outcome
    }
    return otherwise(a, b)
  })
}

export const byText = (a: string, b: string): number => a.localeCompare(b, 'sv')

/** Dates and codes, whose letters are digits; null last. */
export function byCode(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
