import { type Cell, type SheetCells, valueOf } from '../file/cell.ts'
import type { SheetHabits } from './sheet-rows.ts'

/** Where the fields of a line that can be read back stand on the first sheet of an exported workbook. */
export const lineColumns = {
  id: 0,
  description: 3,
  workload: 4,
  months: 5,
  monthlyCost: 6,
  amount: 7,
  keyId: 8,
  moneySource: 9,
  kind: 10,
  note: 11,
  decision: 12,
} as const

/** Columns that number the lines, and are not read: version and number. */
export const numberColumns: readonly number[] = [1, 2]

/** What a row of the first sheet that is no line says in the column of ids. */
export const mark = {
  section: 'section',
  noSection: 'no section',
  subtotal: 'subtotal',
  sum: 'sum',
  perInhabitant: 'perInhabitant',
  check: 'check',
} as const

/** Where a population figure stands on the second sheet. */
export const figureColumns = { code: 0, on: 2, inhabitants: 3, source: 5, note: 7 } as const

const textOf = (cell: Cell): string => String(valueOf(cell) ?? '').trim()

/** The sheets of an exported workbook by their place; those after the second are told by addresses alone. */
export function habitsOf(sheet: number): SheetHabits {
  if (sheet === 0) return { headings: 4, idOf: (cell) => textOf(cell(lineColumns.id)) }
  if (sheet === 1) return { headings: 2, idOf: figureIdOf }
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
