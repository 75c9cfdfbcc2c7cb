import type { MunicipalityCode } from '@andel/schema/allocation'
import { populationDates } from '../allocation/key-facts.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { PopulationFigure } from '../population/population-figure.entity.ts'
import { firstFigure, sheetRef } from './layout.ts'
import { rowHeight } from './row-height.ts'
import { type Validation } from './sheet-frame.ts'
import { SheetWriter } from './sheet-writer.ts'
import type { WorkbookWords } from './text/index.ts'

/** The figures of the second sheet, each on its row. */
export interface FigureRows {
  readonly dates: readonly string[]
  /** The cell of a figure, as other sheets refer to it. */
  cell(on: string, code: MunicipalityCode): string | undefined
  inhabitants(on: string, code: MunicipalityCode): number | undefined
  readonly rows: readonly FigureRow[]
}

interface FigureRow {
  readonly row: number
  readonly on: string
  readonly code: MunicipalityCode
  readonly figure: PopulationFigure | undefined
}

/** Every participant on every date of the budget's keys, by date and code; also where the figure is missing. */
export function layOutFigures(
  { keys, figures, populations }: Sheet,
  words: WorkbookWords,
): FigureRows {
  const dates = [...new Set([...keys.values()].flatMap(populationDates))].toSorted()
  const known = new Map(
    populations.map((figure) => [`${figure.on} ${figure.municipality.code}`, figure]),
  )
  const places = dates.flatMap((on) => figures.codes.map((code) => ({ on, code })))
  const rows = places.map(({ on, code }, index) => ({
    row: firstFigure + index,
    on,
    code,
    figure: known.get(`${on} ${code}`),
  }))
  const rowOf = new Map(rows.map(({ on, code, row }) => [`${on} ${code}`, row]))
  const sheet = sheetRef(words.sheets.population)
  return {
    dates,
    rows,
    cell: (on, code) => {
      const row = rowOf.get(`${on} ${code}`)
      return row === undefined ? undefined : `${sheet}$D$${row}`
    },
    inhabitants: (on, code) => known.get(`${on} ${code}`)?.inhabitants,
  }
}

const widths = [9, 20, 13, 12, 18, 46, 10, 62]
export const populationColumns = widths.map((width) => ({ width }))

const dayZero = Date.UTC(1899, 11, 30)
const dayLength = 86_400_000

/** Writes the sheet of population figures. */
export function writePopulations(
  writer: SheetWriter,
  { rows }: FigureRows,
  { municipalities }: Sheet,
  { populationSheet, quality }: WorkbookWords,
): void {
  writer.begin(1, { height: 24 })
  writer.text(0, populationSheet.title, 'title')
  writer.end()
  writer.begin(2)
  writer.text(0, populationSheet.howTo, 'quiet')
  writer.end()
  writer.begin(3)
  for (const [column, heading] of populationSheet.columns.entries())
    writer.text(column, heading, column === 3 || column === 6 ? 'headingRight' : 'heading')
  writer.end()
  for (const { row, on, code, figure } of rows) {
    const texts = [figure?.source ?? '', figure?.note ?? ''] as const
    writer.begin(row, {
      height: rowHeight([
        [texts[0], widths[5]!],
        [texts[1], widths[7]!],
      ]),
    })
    writer.text(0, code, 'codeText')
    writer.text(1, municipalities.get(code)?.name ?? code, 'plain')
    writer.date(2, on, (Date.parse(on) - dayZero) / dayLength, 'date')
    if (figure) {
      writer.number(3, figure.inhabitants, 'typedWhole')
      writer.text(4, quality[figure.quality], 'plain')
      writer.text(5, figure.source, 'text')
      writer.number(6, figure.revision, 'numberTop')
      writer.text(7, figure.note ?? '', 'text')
    } else {
      writer.blank(3, 'typedWhole')
    }
    writer.end()
  }
}

export const populationValidation = ({ rows }: FigureRows, words: WorkbookWords): Validation => ({
  cells: rows.length > 0 ? [`D${firstFigure}:D${firstFigure + rows.length - 1}`] : [],
  type: 'whole',
  operator: 'greaterThanOrEqual',
  formulas: ['0'],
  message: words.refuse.typedPopulation,
})
