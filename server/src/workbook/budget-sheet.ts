import { isPosition } from '@andel/schema/budget'
import { faultSentences } from '@andel/schema/fault-sentences'
import type { Language } from '@andel/schema/money'
import type { MoneySource } from '../budget/budget-line.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import type { Sheet } from '../budget/sheet.ts'
import { largestAmount } from './exactness.ts'
import { acrossRow, mark, place, sheetRef } from './layout.ts'
import type { LinePlan, PlannedLine, PlannedSection } from './line-plan.ts'
import { positionFormula } from './position-formula.ts'
import { lettersOf, type SheetWriter } from './sheet-writer.ts'
import { writeSums } from './sum-rows.ts'
import type { WorkbookWords } from './text/index.ts'

/** What the first sheet is written with. */
export interface BudgetSheetContext {
  readonly writer: SheetWriter
  readonly sheet: Sheet
  readonly plan: LinePlan
  readonly words: WorkbookWords
  readonly language: Language
  /** Some figure has öre: all are written with them. */
  readonly withOre: boolean
}

/** Writes the lines, section by section, and the sums below. Gives way now and then. */
export function* writeLines(context: BudgetSheetContext): Generator<string> {
  const { writer, plan } = context
  for (const section of plan.sections) {
    if (section.headingRow !== undefined) writeHeading(context, section)
    for (const line of section.lines) {
      writeLine(context, line)
      if (writer.length > 65_536) yield writer.take()
    }
    if (section.subtotalRow !== undefined) writeSums(context, section)
  }
  writeSums(context, undefined)
  yield writer.take()
}

function writeHeading({ writer, sheet, words }: BudgetSheetContext, section: PlannedSection): void {
  const last = place.shares + sheet.figures.codes.length - 1
  writer.begin(section.headingRow!)
  writer.text(place.id, section.name === '' ? mark.noSection : mark.section, 'plain')
  writer.blank(place.number, 'section')
  writer.text(place.description, section.name === '' ? words.noSection : section.name, 'section')
  for (let column = place.description + 1; column <= last; column++) writer.blank(column, 'section')
  writer.end()
}

function writeLine(context: BudgetSheetContext, planned: PlannedLine): void {
  const { writer, sheet, plan, words } = context
  const { row, number, line, figures } = planned
  writer.begin(row, { outline: plan.sections[0]?.headingRow === undefined ? 0 : 1 })
  writer.text(place.id, toGlobalId('BudgetLine', line.id), 'plain')
  writer.number(place.version, line.version, 'plain')
  writer.number(place.number, number, 'number')
  writer.text(place.description, line.description, 'typedText')
  typedNumber(writer, place.workload, line.workload, 100, 'typedPosts')
  typedNumber(writer, place.months, line.months, 10, 'typedMonths')
  typedNumber(writer, place.monthlyCost, line.monthlyCost, 100, typedMoney(context))
  writeAmount(context, planned)
  writer.text(place.keyId, sheet.keys.get(line.key.unwrap().id)?.name ?? '', 'typedText')
  const moneySource: MoneySource = line.moneySource
  writer.text(place.moneySource, words.moneySource[moneySource], 'typedText')
  writer.text(place.kind, words.kind[figures.line.kind], 'typedText')
  writer.text(place.note, line.note, 'typedText')
  writer.text(place.decision, line.decision, 'typedText')
  writeShares(context, planned)
  writer.end()
}

const typedMoney = ({ withOre }: BudgetSheetContext) => (withOre ? 'typedOre' : 'typedKronor')

function typedNumber(
  writer: SheetWriter,
  column: number,
  value: number | null,
  scale: number,
  style: 'typedPosts' | 'typedMonths' | 'typedKronor' | 'typedOre',
): void {
  if (value === null) writer.blank(column, style)
  else writer.number(column, value / scale, style)
}

/** Typed, or what the position comes to; signed, as it counts. */
function writeAmount(context: BudgetSheetContext, { row, line, figures }: PlannedLine): void {
  const { writer, words, language, withOre } = context
  if (figures.fault) {
    const reason = faultSentences[language][figures.fault.code]
    return writer.text(place.amount, words.cannotCalculate(reason), 'fault')
  }
  const amount = (figures.amount ?? 0) / 100
  if (!isPosition(figures.line)) {
    if (line.amount === null) return writer.blank(place.amount, typedMoney(context))
    return writer.number(place.amount, amount, typedMoney(context))
  }
  const style = withOre ? 'ore' : 'kronor'
  if (Math.abs(figures.amount ?? 0) > largestAmount)
    return writer.number(place.amount, amount, style)
  const at = (column: number) => `$${lettersOf(column)}${row}`
  const parts = [at(place.workload), at(place.months), at(place.monthlyCost)] as const
  const formula = positionFormula(...parts, line.kind === 'REVENUE')
  writer.formula(place.amount, formula, amount, style)
}

/** The rounding difference, where the key has one, and what each participant bears. */
function writeShares(
  context: BudgetSheetContext,
  { row, line, figures, weighed }: PlannedLine,
): void {
  const { writer, sheet, words, withOre } = context
  const style = withOre ? 'ore' : 'kronor'
  const { codes } = sheet.figures
  const calculation = sheetRef(words.sheets.calculation)
  if (figures.split?.rounding.residualRule === 'EACH_ALONE') {
    const shared = `SUM(${calculation}${acrossRow(place.shares, codes.length, row)})`
    const formula = `(${calculation}$${lettersOf(place.description)}${row}-${shared})/100`
    if (weighed) writer.formula(place.difference, formula, figures.difference / 100, 'difference')
    else writer.number(place.difference, figures.difference / 100, 'difference')
  } else {
    writer.blank(place.difference, 'difference')
  }
  for (const [index, code] of codes.entries()) {
    const column = place.shares + index
    if (!figures.split) continue
    if (line.excluded.includes(code)) {
      writer.blank(column, 'out')
      continue
    }
    const share = figures.shares[index]! / 100
    if (weighed)
      writer.formula(column, `${calculation}${lettersOf(column)}${row}/100`, share, style)
    else writer.number(column, share, style)
  }
}
