import type { SheetColumn } from '../column.ts'
import type { Arrangement } from './arrangement.ts'

type Arrangeable = Pick<SheetColumn, 'id' | 'width' | 'grows' | 'fixed' | 'hidden' | 'numbersRows'>

/** The columns of a sheet as they are arranged; that of row numbers stays first and as it is. */
export function arrangeColumns<Column extends Arrangeable>(
  columns: readonly Column[],
  arrangement: Arrangement,
): readonly Column[] {
  const { hidden, widths } = arrangement
  const [numbers, others] = [
    columns.filter(isNumbers),
    columns.filter((column) => !isNumbers(column)),
  ]
  const byId = new Map(others.map((column) => [column.id, column]))
  const order = orderOf(
    others.map(({ id }) => id),
    arrangement.order ?? [],
  )
  const frozen = frozenCount(columns, arrangement)
  const arranged = order.map((id, index): Column => {
    const column = byId.get(id)!
    const width = widths[id]
    return {
      ...column,
      fixed: index < frozen,
      hidden: column.hidden === true || hidden.includes(id),
      ...(width !== undefined && { width, grows: false }),
    }
  })
  return [...numbers, ...arranged]
}

function isNumbers({ numbersRows }: Arrangeable): boolean {
  return numbersRows === true
}

/** How many columns from the left stay, besides that of row numbers. */
export function frozenCount(columns: readonly Arrangeable[], { frozen }: Arrangement): number {
  return frozen ?? columns.filter((column) => column.fixed && !isNumbers(column)).length
}

/**
 * The ids of a sheet in a stored order. One that the order does not know comes after its left neighbour of the
 * sheet; what the sheet does not have is passed over.
 */
export function orderOf(own: readonly string[], stored: readonly string[]): readonly string[] {
  const known = new Set(own)
  const order = stored.filter((id) => known.has(id))
  const placed = new Set(order)
  for (const [index, id] of own.entries()) {
    if (placed.has(id)) continue
    const before = own[index - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    placed.add(id)
  }
  return order
}

/**
 * The order after a column has changed places with its neighbour on screen.
 *
 * @param columns - as arranged
 * @returns nothing when there is no neighbour that way
 */
export function movedOrder(
  columns: readonly Arrangeable[],
  id: string,
  way: 'left' | 'right',
): readonly string[] | undefined {
  const movable = columns.filter((column) => !isNumbers(column))
  const shown = movable.filter(({ hidden }) => !hidden)
  const index = shown.findIndex((column) => column.id === id)
  const neighbour = shown[index + (way === 'left' ? -1 : 1)]?.id
  if (index < 0 || neighbour === undefined) return undefined
  const order = movable.map((column) => column.id).filter((other) => other !== id)
  order.splice(order.indexOf(neighbour) + (way === 'left' ? 0 : 1), 0, id)
  return order
}

/** How many columns stay when those up to one do; 0 when the one cannot. */
export function frozenUpTo(columns: readonly Arrangeable[], id: string): number {
  return columns.filter((column) => !isNumbers(column)).findIndex((column) => column.id === id) + 1
}
