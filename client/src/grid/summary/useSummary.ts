import { emptyContent } from '../cell.ts'
import { headersOf } from '../rows/fold-rows.ts'
import type { GridState } from '../useGridState.ts'
import { useSettled } from '../useSettled.ts'
import { summarise, type Summary } from './summary.ts'

/** What the selection comes to, as long as it is more than one cell; no faster than the eye can follow. */
export function useSummary({ isRange, selectedCells, column, rows }: GridState) {
  return useSettled<Summary | undefined>(() => {
    if (!isRange.value) return undefined
    const headers = headersOf(rows.value.groups) // what they add up is not added up again
    const contents = selectedCells()
      .filter(({ row }) => !headers.has(row))
      .map((place) => column(place.column)?.content(place.row) ?? emptyContent)
    return summarise(contents)
  }, 80).value
}
