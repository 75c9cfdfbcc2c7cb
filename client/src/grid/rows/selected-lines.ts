import type { GridState } from '../useGridState.ts'
import { headersOf } from './fold-rows.ts'

/** The lines that have a selected cell, in the order in which they are shown; headers are none. */
export function selectedLines({
  rows,
  rects,
  layout,
}: Pick<GridState, 'rows' | 'rects' | 'layout'>): readonly string[] {
  const selected = new Set(
    rects.value.flatMap(({ top, bottom }) => layout.value.rows.slice(top, bottom + 1)),
  )
  const headers = headersOf(rows.value.groups)
  return rows.value.lines.filter((line) => selected.has(line) && !headers.has(line))
}
