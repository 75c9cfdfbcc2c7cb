import type { CellPlace } from './cell.ts'
import type { SheetColumn } from './column.ts'

/** What a cell is called: by the heading of its column, and by what names its row or else numbers it. */
export function placeName(
  { row, column }: CellPlace,
  columns: readonly SheetColumn[],
): { readonly column: string; readonly row: string } {
  const named = (found: SheetColumn | undefined): string => found?.cell(row).text ?? ''
  return {
    column: columns.find(({ id }) => id === column)?.heading ?? '',
    row:
      named(columns.find(({ namesRow }) => namesRow)) ||
      named(columns.find(({ numbersRows }) => numbersRows)),
  }
}
