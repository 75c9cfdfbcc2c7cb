import { swedishOrder } from '../text/swedish-order.ts'

interface Municipality {
  readonly code: string
  readonly name: string
  readonly population: { readonly inhabitants: number } | null
}

export type Column = 'code' | 'name' | 'inhabitants'
export type Direction = 'ascending' | 'descending'

/** By which column a list stands, and which way. */
export interface Order {
  readonly column: Column
  readonly direction: Direction
}

export const byName: Order = { column: 'name', direction: 'ascending' }

/** What a press on a column's head asks for: that column, or, where it already rules, the other way. */
export function orderAfter(now: Order, column: Column): Order {
  if (now.column !== column) {
    return { column, direction: column === 'inhabitants' ? 'descending' : 'ascending' }
  }
  return { column, direction: now.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** The municipalities in an order; one without a figure comes last whichever way, and equals by name. */
export function orderMunicipalities<Listed extends Municipality>(
  municipalities: readonly Listed[],
  { column, direction }: Order,
): Listed[] {
  const way = direction === 'ascending' ? 1 : -1
  return municipalities.toSorted(
    (a, b) => compare(a, b, column, way) || swedishOrder(a.name, b.name),
  )
}

function compare(a: Municipality, b: Municipality, column: Column, way: 1 | -1): number {
  if (column !== 'inhabitants') return way * swedishOrder(a[column], b[column])
  if (!a.population || !b.population) return Number(!a.population) - Number(!b.population)
  return way * (a.population.inhabitants - b.population.inhabitants)
}

const columnWords = { code: 'kod', name: 'namn', inhabitants: 'invanare' } as const

/** An order as it stands in an address, `-invanare`; the usual order, by name, is not written. */
export function writeOrder({ column, direction }: Order): string {
  const word = (direction === 'descending' ? '-' : '') + columnWords[column]
  return word === columnWords.name ? '' : word
}

/** The order that an address asks for; the usual one when it asks for none that there is. */
export function readOrder(text: string): Order {
  const [, minus, word] = /^(-?)(\w+)$/.exec(text) ?? []
  const column = (Object.keys(columnWords) as Column[]).find((name) => columnWords[name] === word)
  return column ? { column, direction: minus ? 'descending' : 'ascending' } : byName
}
