import { sectionSums } from '@andel/schema/budget'
import type { BudgetSheetContext } from './budget-sheet.ts'
import { acrossRow, firstLine, mark, place, rows } from './layout.ts'
import type { LinePlan, PlannedSection } from './line-plan.ts'
import { lettersOf, type SheetWriter } from './sheet-writer.ts'
import type { Style } from './styles.ts'

interface Sums {
  readonly total: number
  readonly totals: ArrayLike<number>
  readonly difference: number
}

/** Writes the sums of a section below it; of all lines, when no section is given. */
export function writeSums(context: BudgetSheetContext, section: PlannedSection | undefined): void {
  const { sheet, plan, words } = context
  const isMoney = context.withOre
  if (section) {
    const name = section.name === '' ? words.noSection : section.name
    writeSumRow(context, {
      row: section.subtotalRow!,
      mark: mark.subtotal,
      label: words.sectionSum(name),
      sums: sectionSums(
        sheet.figures,
        section.lines.map(({ line }) => line),
      ),
      formula: (column) =>
        sumOf(
          section.lines.map(({ row }) => row),
          column,
        ),
      text: 'sectionSumText',
      figure: isMoney ? 'sectionSumOre' : 'sectionSumKronor',
    })
    return
  }
  const { figures } = sheet
  writeSumRow(context, {
    row: plan.sumRow,
    mark: mark.sum,
    label: words.sum,
    sums: figures,
    formula: (column) => totalFormula(plan, column),
    text: 'sumText',
    figure: isMoney ? 'sumOre' : 'sumKronor',
  })
}

/** So many lines are added up at once: the sum of more could be half an öre wrong before it is rounded. */
const mostAtOnce = 200

/** The sum of a column of kronor, rounded: tenths are no exact numbers to a spreadsheet. */
function sumOf(lines: readonly number[], column: number): string {
  if (lines.length === 0) return '0'
  const letters = lettersOf(column)
  const step = Math.max(mostAtOnce, Math.ceil(lines.length / mostAtOnce))
  const sums: string[] = []
  for (let start = 0; start < lines.length; start += step) {
    const part = lines.slice(start, start + step)
    sums.push(`ROUND(SUM(${letters}${part[0]}:${letters}${part.at(-1)}),2)`)
  }
  return sums.length === 1 ? sums[0]! : `ROUND(${sums.join('+')},2)`
}

function totalFormula({ sections, lastRow }: LinePlan, column: number): string {
  const [first] = sections
  if (!first) return '0'
  if (first.subtotalRow === undefined)
    return sumOf(
      first.lines.map(({ row }) => row),
      column,
    )
  const letters = lettersOf(column)
  const ids = lettersOf(place.id)
  return `ROUND(SUMIF($${ids}$${firstLine}:$${ids}$${lastRow},"${mark.subtotal}",${letters}$${firstLine}:${letters}$${lastRow}),2)`
}

interface SumRow {
  readonly row: number
  readonly mark: string
  readonly label: string
  readonly sums: Sums
  readonly formula: (column: number) => string
  readonly text: Style
  readonly figure: Style
}

function writeSumRow({ writer, sheet }: BudgetSheetContext, sum: SumRow): void {
  const { row, label, sums, formula, text, figure } = sum
  writer.begin(row)
  writer.text(place.id, sum.mark, 'plain')
  writer.blank(place.number, text)
  writer.text(place.description, label, text)
  for (let column = place.workload; column < place.amount; column++) writer.blank(column, text)
  writer.formula(place.amount, formula(place.amount), sums.total / 100, figure)
  for (let column = place.keyId; column < place.difference; column++) writer.blank(column, text)
  writer.formula(place.difference, formula(place.difference), sums.difference / 100, figure)
  for (const index of sheet.figures.codes.keys()) {
    const column = place.shares + index
    writer.formula(column, formula(column), sums.totals[index]! / 100, figure)
  }
  writer.end()
}

/** Writes what stands below the sum: kronor per inhabitant, and a check that must come to nothing. */
export function writeBelowSums(context: BudgetSheetContext, inhabitants: readonly number[]): void {
  const { writer, plan, sheet, words } = context
  const { figures } = sheet
  const { sumRow } = plan
  const people = inhabitants.reduce((sum, each) => sum + each, 0)
  writer.begin(sumRow + 1)
  writer.text(place.id, mark.perInhabitant, 'plain')
  writer.text(place.description, words.perInhabitant, 'above')
  writeEach(writer, place.amount, sumRow, figures.total, people)
  for (const [index, count] of inhabitants.entries())
    writeEach(writer, place.shares + index, sumRow, figures.totals[index]!, count)
  writer.end()

  const [amount, difference] = [lettersOf(place.amount), lettersOf(place.difference)]
  const shares = acrossRow(place.shares, figures.codes.length, sumRow)
  writer.begin(sumRow + 2)
  writer.text(place.id, mark.check, 'plain')
  writer.text(place.description, words.check, 'above')
  const check = `ROUND($${amount}$${sumRow}-$${difference}$${sumRow}-SUM(${shares}),2)`
  writer.formula(place.amount, check, 0, 'quietOre')
  writer.end()
}

/** Kronor per inhabitant, half an öre away from zero: 2 × öre + inhabitants, divided by 2 × inhabitants, downwards. */
function writeEach(
  writer: SheetWriter,
  column: number,
  sumRow: number,
  ore: number,
  people: number,
): void {
  if (people === 0) return
  const letters = lettersOf(column)
  const [sum, all] = [`${letters}$${sumRow}`, `${letters}$${rows.population}`]
  const formula = `IF(${all}>0,SIGN(${sum})*INT((2*ROUND(ABS(${sum})*100,0)+${all})/(2*${all}))/100,0)`
  const rounded = (2n * BigInt(Math.abs(ore)) + BigInt(people)) / (2n * BigInt(people))
  writer.formula(column, formula, (Math.sign(ore) * Number(rounded)) / 100 || 0, 'quietOre')
}
