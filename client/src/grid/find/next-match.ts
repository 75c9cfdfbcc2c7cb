import type { CellPlace } from '../cell.ts'
import type { Layout, Spot } from '../layout.ts'

export type FindWay = 'next' | 'previous'

/**
 * The match after or before a cell, in the order of the rows; past the end it goes on from the other end.
 *
 * @param matches - in the order of the rows
 * @param stay - the cell itself counts, when it matches
 * @returns its index in `matches`; nothing when there is none
 */
export function nextMatch(
  matches: readonly CellPlace[],
  from: CellPlace | undefined,
  layout: Layout,
  { way = 'next', stay = false }: { readonly way?: FindWay; readonly stay?: boolean } = {},
): number | undefined {
  if (matches.length === 0) return undefined
  const start = from && layout.spot(from)
  const last = matches.length - 1
  if (!start) return way === 'next' ? 0 : last
  const spots = matches.map((match) => layout.spot(match))
  const isBeyond = (spot: Spot | undefined): boolean => {
    if (!spot) return false
    const by = spot.row - start.row || spot.column - start.column
    return (stay && by === 0) || (way === 'next' ? by > 0 : by < 0)
  }
  const found = way === 'next' ? spots.findIndex(isBeyond) : spots.findLastIndex(isBeyond)
  if (found >= 0) return found
  return way === 'next' ? 0 : last
}
