import { dateInWords } from '@andel/schema/explanation'
import type { BudgetState } from '../budget/budget.entity.ts'
import { largestAmount } from './exactness.ts'
import type { BudgetSheetContext } from './budget-sheet.ts'
import { amountsRange } from './calculation-sheet.ts'
import { place, rows, shareRow, sheetRef } from './layout.ts'
import type { FigureRows } from './population-sheet.ts'
import { lettersOf } from './sheet-writer.ts'
import type { Style } from './styles.ts'
import { lineColumns } from './text/index.ts'
import { cellOf, scalar, scalarColumn } from './weight-rows.ts'
import type { WeighedSplit } from './weighed-split.ts'
import { allExactRow, type Weights } from './weights-sheet.ts'

export interface HeadFacts {
  readonly title: string
  /** ISO date of the export. */
  readonly date: string
  readonly weights: Weights
  readonly figureRows: FigureRows
}

/** Writes what stands above the lines. @returns inhabitants of each participant on the date of the rows above */
export function writeHead(context: BudgetSheetContext, facts: HeadFacts): number[] {
  writeTitles(context, facts)
  writeHeadings(context)
  const inhabitants = writeInhabitants(context, facts.figureRows)
  writeStandardShares(context, facts.weights)
  return inhabitants
}

function writeTitles(
  { writer, sheet, plan, words }: BudgetSheetContext,
  { title, date }: HeadFacts,
) {
  const state: BudgetState = sheet.budget.state
  writer.begin(rows.title, { height: 26 })
  writer.text(place.number, title, 'title')
  writer.end()
  writer.begin(rows.state)
  writer.text(place.number, words.exported(words.state[state], date, sheet.sequence), 'quiet')
  writer.end()
  writer.begin(rows.howTo)
  if (plan.hasFigures) {
    writer.text(place.number, words.asFigures, 'fault')
  } else if (plan.lines.length === 0) {
    writer.text(place.number, words.howTo, 'quiet')
  } else {
    const exactly = `${sheetRef(words.sheets.weights)}$${lettersOf(scalarColumn)}$${allExactRow}=1`
    const amounts = amountsRange(plan, sheetRef(words.sheets.calculation))
    const small = `SUMPRODUCT((ABS(${amounts})>${largestAmount})*1)=0`
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const formula = `IF(AND(${exactly},${small}),${quoted(words.howTo)},${quoted(words.tooLarge)})`
    writer.textFormula(place.number, formula, words.howTo, 'quiet')
  }
  writer.end()
}

function writeHeadings({ writer, sheet, words }: BudgetSheetContext): void {
  const { codes } = sheet.figures
  writer.begin(rows.codes)
  for (const [index, code] of codes.entries()) writer.text(place.shares + index, code, 'code')
  writer.end()
  const right = new Set(['number', 'workload', 'months', 'monthlyCost', 'amount', 'difference'])
  writer.begin(rows.headings, { height: 30 })
  for (const [index, column] of lineColumns.entries()) {
    const style = right.has(column) ? 'headingRight' : 'heading'
    writer.text(place.number + index, words.columns[column], style)
  }
  for (const [index, code] of codes.entries()) {
    const name = sheet.municipalities.get(code)?.name ?? code
    writer.text(place.shares + index, name, 'headingRight')
  }
  writer.end()
}

/** The date of the default key; of another key of the budget when that one asks for none. */
function populationDate({ budget, facts }: BudgetSheetContext['sheet']): string | undefined {
  const standard = facts.keys[budget.defaultKey?.id ?? '']
  const bases = [standard, ...Object.values(facts.keys)].flatMap((key) => key?.bases ?? [])
  return bases.find((basis) => basis.kind === 'POPULATION')?.on
}

function writeInhabitants(context: BudgetSheetContext, figureRows: FigureRows): number[] {
  const { writer, sheet, words, language } = context
  const { codes } = sheet.figures
  const on = populationDate(sheet)
  const inhabitants = codes.map((code) =>
    on === undefined ? 0 : (figureRows.inhabitants(on, code) ?? 0),
  )
  writer.begin(rows.population)
  const label =
    on === undefined ? words.noInhabitants : words.inhabitants(dateInWords(on, language))
  writer.text(place.description, label, 'above')
  if (on !== undefined) {
    const letters = lettersOf(place.shares)
    const last = lettersOf(place.shares + codes.length - 1)
    const all = inhabitants.reduce((sum, each) => sum + each, 0)
    const sum = `SUM(${letters}${rows.population}:${last}${rows.population})`
    writer.formula(place.amount, sum, all, 'aboveWhole')
    for (const [index, code] of codes.entries()) {
      const cell = figureRows.cell(on, code)!
      writer.formula(place.shares + index, cell, inhabitants[index]!, 'aboveWhole')
    }
  }
  writer.end()
  return inhabitants
}

function writeStandardShares(
  { writer, sheet, words }: BudgetSheetContext,
  { standard }: Weights,
): void {
  writer.begin(shareRow)
  writer.blank(place.number, 'aboveEnd')
  writer.text(place.description, words.share, 'aboveEnd')
  const style = standard ? percentStyle(standard) : 'aboveEnd'
  for (let column: number = place.workload; column < place.shares; column++) {
    if (column === place.amount && standard) {
      const first = lettersOf(place.shares)
      const last = lettersOf(place.shares + sheet.figures.codes.length - 1)
      const all = shown(standard).reduce((sum, each) => sum + each, 0)
      writer.formula(column, `SUM(${first}${shareRow}:${last}${shareRow})`, all, style)
    } else {
      writer.blank(column, 'aboveEnd')
    }
  }
  if (standard) {
    const sheetName = sheetRef(words.sheets.weights)
    for (const [index, share] of shown(standard).entries()) {
      const { shownRow } = standard
      const formula = `${cellOf(shownRow, index, sheetName)}/${scalar(shownRow, sheetName)}`
      writer.formula(place.shares + index, formula, share, style)
    }
  }
  writer.end()
}

/** The shares of the default key, as parts of one. */
function shown({ split, money }: WeighedSplit): number[] {
  const { steps, weights } = split
  if (steps) return steps.counts.map((count) => count / steps.inAll)
  if (money !== 'FIGURES' && 'nearly' in money) return [...money.nearly]
  return weights.values.map((value) => Number(value) / Number(weights.sum))
}

const percentStyle = ({ split }: WeighedSplit): Style =>
  (
    {
      NONE: 'abovePercent2',
      ONE: 'abovePercent0',
      TENTH: 'abovePercent1',
      HUNDREDTH: 'abovePercent2',
    } as const
  )[split.rounding.shareStep]
