import type { CellPlace } from '../../grid/cell.ts'
import type { TypedField } from '../cells/read-field.ts'
import { columnCode } from '../columns/sheet-columns.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import { populationRow } from '../saving/outbox.ts'
import type { SheetVoice } from '../useVoice.ts'

/** Lines are named as they are called now; those that are to be added, as they will be. */
export interface NamingViews {
  readonly before: SheetView
  readonly after: SheetView
}

/** A cell's row and column by the names that the sheet shows; `line` has its number, too. */
export function placeWords(
  { row, column }: CellPlace,
  { before, after }: NamingViews,
  { t }: Pick<SheetVoice, 't'>,
): { readonly row: string; readonly column: string; readonly line: string } {
  const code = columnCode(column)
  const heading = code
    ? (before.sheet.names[code] ?? code)
    : t(`budget.column.${column as TypedField}`)
  if (row === populationRow) {
    const row = t('budget.shortRow.population')
    return { row, column: heading, line: row }
  }
  const found = before.rows.get(row) ?? after.rows.get(row)
  const numbered = t('budget.row.unnamed', { number: found ? found.index + 1 : '' })
  const name = found?.line.description
  return {
    row: name || numbered,
    column: heading,
    line: name ? `${numbered}: ${name}` : numbered,
  }
}
