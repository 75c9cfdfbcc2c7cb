import { type Cell, type SheetCells, valueOf } from '../file/cell.ts'
import { firstFigure, place, rows } from './layout.ts'
import type { SheetHabits } from './sheet-rows.ts'

/** Where the fields of a line that can be read back stand on the first sheet of an exported workbook. */
export const lineColumns = {
  id: place.id,
  description: place.description,
  workload: place.workload,
  months: place.months,
  monthlyCost: place.monthlyCost,
  amount: place.amount,
  keyId: place.keyId,
  moneySource: place.moneySource,
  kind: place.kind,
  note: place.note,
  decision: place.decision,
} as const

/** Columns that number the lines, and are not read: version and number. */
export const numberColumns: readonly number[] = [place.version, place.number]

/** Where a population figure stands on the second sheet. */
export const figureColumns = { code: 0, on: 2, inhabitants: 3, source: 5, note: 7 } as const

const textOf = (cell: Cell): string => String(valueOf(cell) ?? '').trim()

/** The sheets of an exported workbook by their place; those after the second are told by addresses alone. */
export function habitsOf(sheet: number): SheetHabits {
  if (sheet === 0)
    return { headings: rows.headings - 1, idOf: (cell) => textOf(cell(lineColumns.id)) }
  if (sheet === 1) return { headings: firstFigure - 2, idOf: figureIdOf }
  return { headings: -1, idOf: () => '' }
}

/** "2303 2021-12-31"; a code may have lost its leading zero on the way through a program. */
function figureIdOf(cell: (column: number) => Cell): string {
  const code = textOf(cell(figureColumns.code))
  const on = textOf(cell(figureColumns.on))
  return /^\d{3,4}$/.test(code) && /^\d{4}-\d\d-\d\d$/.test(on)
    ? `${code.padStart(4, '0')} ${on}`
    : ''
}

/** The sheet of a file that was the one exported: by its name, else by its place. */
export const sheetLike = (
  exported: SheetCells,
  index: number,
  sheets: readonly SheetCells[],
): SheetCells | undefined => sheets.find(({ name }) => name === exported.name) ?? sheets[index]
