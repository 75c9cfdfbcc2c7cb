import type { CellPlace } from '../../grid/cell.ts'
import type { TypedField } from '../cells/read-field.ts'
import { isFixedRow } from '../columns/context.ts'
import { columnCode } from '../columns/column-code.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import { headedSection } from '../sections/section-rows.ts'
import type { SheetVoice } from '../useVoice.ts'

/** Lines are named as they are called now; those that are to be added, as they will be. */
export interface NamingViews {
  readonly before: SheetView
  readonly after: SheetView
}

/**
 * A cell's row and column by the names that the sheet shows, and both together. A line has its number, too; one
 * that is not there has none.
 */
export function placeWords(
  { row, column }: CellPlace,
  { before, after }: NamingViews,
  { t }: Pick<SheetVoice, 't'>,
): { readonly line: string; readonly column: string; readonly cell: string } {
  const code = columnCode(column)
  const heading = code
    ? (before.sheet.names[code] ?? code)
    : t(`budget.column.${column as TypedField}`)
  const line = lineWords(row, { before, after }, t)
  return { line, column: heading, cell: t('budget.held.place', { row: line, column: heading }) }
}

function lineWords(row: string, { before, after }: NamingViews, t: SheetVoice['t']): string {
  if (isFixedRow(row)) return t(`budget.shortRow.${row}`)
  const section = headedSection(row)
  if (section !== undefined) return section || t('sections.none')
  const found = before.rows.get(row) ?? after.rows.get(row)
  if (!found) return t('paste.newLine')
  const numbered = t('budget.row.unnamed', { number: found.index + 1 })
  const name = found.line.description
  return name ? `${numbered}: ${name}` : numbered
}
