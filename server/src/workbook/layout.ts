import { lettersOf } from './sheet-writer.ts'

/** Where things stand on the first sheet, and where they stand again on those that calculate: docs/workbook.md. */
export const place = {
  id: 0,
  version: 1,
  number: 2,
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
  difference: 13,
  /** The first participant. */
  shares: 14,
} as const

export const rows = { title: 1, state: 2, howTo: 3, codes: 4, headings: 5, population: 6 } as const
export const shareRow = 7
export const firstLine = 8

/** Where figures of population begin on the second sheet. */
export const firstFigure = 4

/** What a row of the first sheet that is no line says in the column of ids. */
export const mark = {
  section: 'section',
  noSection: 'no section',
  subtotal: 'subtotal',
  sum: 'sum',
  perInhabitant: 'perInhabitant',
  check: 'check',
} as const

/** The name of a sheet, ready to stand before a cell. */
export const sheetRef = (name: string): string => `'${name.replaceAll("'", "''")}'!`

/** `$O12:$U12`: the cells of all participants in a row; `column` is that of the first. */
export const acrossRow = (column: number, count: number, row: number | string): string =>
  `$${lettersOf(column)}${row}:$${lettersOf(column + count - 1)}${row}`
