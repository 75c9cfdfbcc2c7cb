import type { CellPlace } from '../grid/cell.ts'
import { addressedFields } from '../budget/go-to/cell-address.ts'
import { columnCode, shareColumn } from '../budget/columns/column-code.ts'
import { isFixedRow } from '../budget/columns/context.ts'
import { headedSection } from '../budget/sections/section-rows.ts'
import { lineName } from '../budget/held-words.ts'
import type { Sheet } from '../budget/sheet/sheet.ts'
import type { SheetVoice } from '../budget/useVoice.ts'

/** What a thread is about: a line as this screen knows it, and a field or a participant's code. */
export interface ThreadPlace {
  readonly row: string
  /** Null: the whole line. */
  readonly field: string | null
}

const whole = 'description'

/** What one talks about in a cell: the name of a line stands for all of it. Nothing outside the lines. */
export function placeAt({ row, column }: CellPlace): ThreadPlace | undefined {
  if (isFixedRow(row) || headedSection(row) !== undefined) return undefined
  const code = columnCode(column)
  if (code !== undefined) return { row, field: code }
  const isField = column !== whole && column !== 'difference' && isColumn(column)
  return { row, field: isField ? column : null }
}

/** The cell where a thread is marked: fields that have no column are marked at the name of the line. */
export function cellOf({ row, field }: ThreadPlace): CellPlace {
  if (field !== null && /^\d+$/.test(field)) return { row, column: shareColumn(field) }
  return { row, column: field !== null && isColumn(field) ? field : whole }
}

/** The place in words: the line, and what of it. */
export function placeWords(place: ThreadPlace, sheet: Sheet, voice: SheetVoice): string {
  const line = lineName(place.row, sheet, voice)
  const { column } = cellOf(place)
  const code = columnCode(column)
  if (code !== undefined) return voice.t('comment.place', { line, of: sheet.names[code] ?? code })
  if (column === whole || !isColumn(column)) return line
  return voice.t('comment.place', { line, of: voice.t(`budget.column.${column}`) })
}

function isColumn(field: string): field is (typeof addressedFields)[number] {
  return addressedFields.some((one) => one === field)
}
