import { sectionsOf } from '@andel/schema/budget'
import type { LineFigures } from '@andel/schema/budget'
import type { BudgetLine } from '../budget/budget-line.entity.ts'
import type { Sheet } from '../budget/sheet.ts'
import { largestAmount } from './exactness.ts'
import { firstLine } from './layout.ts'
import type { WeighedSplit } from './weighed-split.ts'
import type { Weights } from './weights-sheet.ts'

/** A line of the budget on its row, and how it is calculated there. */
export interface PlannedLine {
  readonly row: number
  /** From 1. */
  readonly number: number
  readonly line: BudgetLine
  readonly figures: LineFigures
  /** What its formulas refer to; undefined where it holds figures, or none. */
  readonly weighed: WeighedSplit | undefined
}

export interface PlannedSection {
  readonly name: string
  /** Undefined when the budget has no sections at all. */
  readonly headingRow: number | undefined
  readonly lines: readonly PlannedLine[]
  readonly subtotalRow: number | undefined
}

/** Which rows the lines of a budget take. */
export interface LinePlan {
  readonly sections: readonly PlannedSection[]
  readonly lines: readonly PlannedLine[]
  /** The last row of lines, headings and subtotals; the one above the first when there is none. */
  readonly lastRow: number
  readonly sumRow: number
  /** Some lines hold figures where formulas could not be exact. */
  readonly hasFigures: boolean
}

export function planLines(sheet: Sheet, weights: Weights): LinePlan {
  const places = new Map(sheet.lines.map((line, index) => [line.id, index]))
  const found = sectionsOf(sheet.lines)
  const isSectioned = found.some(({ name }) => name !== '')
  let row = firstLine
  const sections = found.map(({ name, lines }): PlannedSection => {
    const headingRow = isSectioned ? row++ : undefined
    const planned = lines.map((line): PlannedLine => {
      const index = places.get(line.id)!
      const figures = sheet.figures.lines[index]!
      return { row: row++, number: index + 1, line, figures, weighed: weighedOf(figures, weights) }
    })
    return { name, headingRow, lines: planned, subtotalRow: isSectioned ? row++ : undefined }
  })
  const lines = sections.flatMap((section) => section.lines)
  const hasFigures = lines.some(({ figures, weighed }) => figures.split && !weighed)
  return { sections, lines, lastRow: row - 1, sumRow: row, hasFigures }
}

function weighedOf({ split, amount = 0 }: LineFigures, weights: Weights): WeighedSplit | undefined {
  const weighed = split && weights.of(split)
  return weighed && weighed.money !== 'FIGURES' && Math.abs(amount) <= largestAmount
    ? weighed
    : undefined
}
