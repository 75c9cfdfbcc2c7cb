import type { Layout, Rect, Spot } from '../layout.ts'

/** What is filled when the handle of a range is let go over a cell: along the axis on which it is further away. */
export function draggedTo(source: Rect, { row, column }: Spot): Rect {
  const down = Math.max(row - source.bottom, source.top - row, 0)
  const across = Math.max(column - source.right, source.left - column, 0)
  if (down >= across) {
    return { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
  }
  return { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) }
}

/**
 * How far down a double-click on the handle fills: as far as there is something in the column to the left, or
 * else in the one to the right, and never past the lines.
 */
export function toEndOfData(source: Rect, layout: Layout, isFilled: (spot: Spot) => boolean): Rect {
  const isLine = source.top >= layout.lines.start && source.bottom < layout.lines.end
  if (!isLine) return source
  const neighbours = [source.left - 1, source.right + 1]
  for (const column of neighbours) {
    if (column < 0 || column >= layout.columns.length) continue
    let bottom = source.bottom
    while (bottom + 1 < layout.lines.end && isFilled({ row: bottom + 1, column })) bottom += 1
    if (bottom > source.bottom) return { ...source, bottom }
  }
  return source
}
