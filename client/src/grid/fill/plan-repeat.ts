import type { CellPlace } from '../cell.ts'
import type { CellChange } from '../change.ts'
import type { Layout, Rect, Spot } from '../layout.ts'
import { parted, type FillPlan, type FillSheet } from './plan-fill.ts'

/**
 * Ctrl+D and Ctrl+R: the first row (column) of each range goes into the rest of it; in a range of one row
 * (column) the cells above (to the left) go into it. A line takes nothing from the rows that stay above.
 */
export function planRepeat(
  ranges: readonly Rect[],
  way: 'down' | 'right',
  sheet: Pick<FillSheet, 'layout' | 'source' | 'isEditable'>,
): FillPlan {
  const changes = ranges.flatMap((range) => {
    const { top, left } = range
    const isThin = way === 'down' ? top === range.bottom : left === range.right
    const first = (way === 'down' ? top : left) - (isThin ? 1 : 0)
    const from = (spot: Spot): Spot =>
      way === 'down' ? { ...spot, row: first } : { ...spot, column: first }
    if (way === 'down' && isThin && !isSameArea(first, top, sheet.layout)) return []
    return spots(range).flatMap((spot) => {
      const source = sheet.layout.place(from(spot))
      const place = sheet.layout.place(spot)
      const isFirst = (way === 'down' ? spot.row : spot.column) === first
      return source && place && !isFirst ? [{ place, text: sheet.source(source).text }] : []
    })
  })
  return parted(once(changes), sheet)
}

function spots({ top, left, bottom, right }: Rect): readonly Spot[] {
  const width = right - left + 1
  return Array.from({ length: (bottom - top + 1) * width }, (_, index) => ({
    row: top + Math.floor(index / width),
    column: left + (index % width),
  }))
}

function isSameArea(row: number, other: number, { lines }: Layout): boolean {
  const area = (index: number): number => (index < lines.start ? -1 : index < lines.end ? 0 : 1)
  return row >= 0 && area(row) === area(other)
}

/** Ranges may overlap; a cell changes once. */
function once(changes: readonly CellChange[]): readonly CellChange[] {
  const name = ({ row, column }: CellPlace): string => `${row}\n${column}`
  return [...new Map(changes.map((change) => [name(change.place), change])).values()]
}
