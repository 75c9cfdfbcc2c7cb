import type { CellPlace } from '../../grid/cell.ts'
import type { TypedField } from '../cells/read-field.ts'
import { columnCode } from '../columns/sheet-columns.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import { populationRow } from '../saving/outbox.ts'
import type { SheetVoice } from '../useVoice.ts'

/** A cell's row and column by the names that the sheet shows. */
export function placeWords(
  { row, column }: CellPlace,
  { sheet, rows }: SheetView,
  { t }: Pick<SheetVoice, 't'>,
): { readonly row: string; readonly column: string } {
  const code = columnCode(column)
  const found = rows.get(row)
  const number = found ? found.index + 1 : ''
  return {
    row:
      row === populationRow
        ? t('budget.shortRow.population')
        : found?.line.description || t('budget.row.unnamed', { number }),
    column: code ? (sheet.names[code] ?? code) : t(`budget.column.${column as TypedField}`),
  }
}
