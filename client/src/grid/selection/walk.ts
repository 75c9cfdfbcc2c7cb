import type { Rect, Spot } from '../layout.ts'
import { contains, heightOf, widthOf, type Layout } from '../layout.ts'
import { isSingle, rectsOf, selectCell, type Selection } from './selection.ts'
import type { Way } from './motion.ts'

/**
 * To the next cell as Tab and Enter go: in a range from cell to cell, and from range to range; with a single
 * cell to its neighbour. Tab goes on in the next row; Enter after a run of Tabs goes back to the column that
 * the run began in.
 *
 * @returns nothing where there is no next cell: at the ends of the sheet
 */
export function walk(selection: Selection, way: Way, layout: Layout): Selection | undefined {
  return isSingle(selection)
    ? walkSheet(selection, way, layout)
    : walkRanges(selection, way, layout)
}

function walkSheet(selection: Selection, way: Way, layout: Layout): Selection | undefined {
  const { active, tabHome } = selection
  const from = layout.spot(active)
  if (!from) return undefined
  const isTab = way === 'left' || way === 'right'
  const next = isTab
    ? alongRows(from, way === 'right' ? 1 : -1, layout)
    : { row: from.row + (way === 'down' ? 1 : -1), column: homeColumn(from, tabHome, layout) }
  const place = layout.place(next)
  if (!place) return undefined
  const home = isTab ? (tabHome ?? active.column) : undefined
  return { ...selectCell(place), tabHome: home }
}

/** Read as a text: past the end of a row to the beginning of the next. */
function alongRows({ row, column }: Spot, by: 1 | -1, { columns }: Layout): Spot {
  const next = column + by
  if (next < 0) return { row: row - 1, column: columns.length - 1 }
  if (next >= columns.length) return { row: row + 1, column: 0 }
  return { row, column: next }
}

function homeColumn({ column }: Spot, home: string | undefined, { columns }: Layout): number {
  const index = home === undefined ? -1 : columns.indexOf(home)
  return index < 0 ? column : index
}

function walkRanges(selection: Selection, way: Way, layout: Layout): Selection | undefined {
  const rects = rectsOf(selection, layout)
  const from = layout.spot(selection.active)
  const current = from ? rects.findLastIndex((rect) => contains(rect, from)) : -1
  const rect = rects[current]
  if (!from || !rect) return undefined
  const by = way === 'right' || way === 'down' ? 1 : -1
  const byColumns = way === 'up' || way === 'down'
  const next = numberIn(rect, from, byColumns) + by
  const size = heightOf(rect) * widthOf(rect)
  if (next >= 0 && next < size) return at(spotIn(rect, next, byColumns))
  const other = rects[(current + by + rects.length) % rects.length] ?? rect
  const last = heightOf(other) * widthOf(other) - 1
  return at(spotIn(other, by > 0 ? 0 : last, byColumns))

  function at(spot: Spot): Selection | undefined {
    const active = layout.place(spot)
    return active && { ranges: selection.ranges, active }
  }
}

function numberIn(rect: Rect, { row, column }: Spot, byColumns: boolean): number {
  const [down, right] = [row - rect.top, column - rect.left]
  return byColumns ? right * heightOf(rect) + down : down * widthOf(rect) + right
}

function spotIn(rect: Rect, number: number, byColumns: boolean): Spot {
  const length = byColumns ? heightOf(rect) : widthOf(rect)
  const [major, minor] = [Math.floor(number / length), number % length]
  return byColumns
    ? { row: rect.top + minor, column: rect.left + major }
    : { row: rect.top + major, column: rect.left + minor }
}
