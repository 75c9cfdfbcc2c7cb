import { LineKind } from '../budget/budget-line.entity.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { BudgetSheetContext } from './budget-sheet.ts'
import { firstLine, place, rows, shareRow, sheetRef } from './layout.ts'
import type { LinePlan, PlannedLine } from './line-plan.ts'
import {
  type AfterRows,
  type ColumnLook,
  type Validation,
  afterRows,
  beforeRows,
} from './sheet-frame.ts'
import { lettersOf } from './sheet-writer.ts'
import { oreWhereAny } from './styles.ts'
import type { WorkbookWords } from './text/index.ts'

/** More participants than this do not fit on the width of a page and are read on several. */
const mostOnPage = 12

/** What comes before the rows of the first sheet. */
export function beforeBudget({ figures }: Sheet): string {
  return beforeRows({
    columns: columnsOf(figures),
    frozen: { columns: place.description + 1, rows: shareRow },
    groups: true,
  })
}

function columnsOf({ codes, lines, total }: Sheet['figures']): ColumnLook[] {
  const digits = String(Math.abs(total)).length
  const figure = Math.max(12, digits * 1.25 + 2)
  const hasDifference = lines.some(({ split }) => split?.rounding.residualRule === 'EACH_ALONE')
  return [
    { width: 4, hidden: true }, // ids
    { width: 4, hidden: true }, // versions
    { width: 6 },
    { width: 44 },
    { width: 9 },
    { width: 7 },
    { width: 12 },
    { width: figure + 1 },
    { width: 26 },
    { width: 12 },
    { width: 10, folded: true },
    { width: 40, folded: true },
    { width: 28, folded: true },
    { width: 11, hidden: !hasDifference },
    ...codes.map(() => ({ width: figure })),
  ]
}

/** What comes after the rows: formats where there are öre, and what may be typed. */
export function afterBudget(
  { plan, words, withOre, sheet }: BudgetSheetContext,
  after: Omit<AfterRows, 'words'> & { words: WorkbookWords },
): string {
  const { codes } = sheet.figures
  return afterRows({
    ...after,
    pagesWide: Math.ceil(codes.length / mostOnPage),
    conditional: withOre ? '' : oreRule(plan, codes.length),
    validations: validations(plan, codes.length, words),
  })
}

/** Whole kronor are written without öre; where öre come about, they are shown. */
function oreRule({ sumRow }: LinePlan, count: number): string {
  const first = `${lettersOf(place.monthlyCost)}${firstLine}`
  const money = `${first}:${lettersOf(place.amount)}${sumRow}`
  const shares = `${lettersOf(place.shares)}${firstLine}:${lettersOf(place.shares + count - 1)}${sumRow}`
  const formula = `IF(ISNUMBER(${first}),ROUND(${first},0)&lt;&gt;ROUND(${first},2),FALSE)`
  return (
    `<conditionalFormatting sqref="${money} ${shares}">` +
    `<cfRule type="expression" dxfId="${oreWhereAny}" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`
  )
}

function validations(plan: LinePlan, count: number, words: WorkbookWords): Validation[] {
  const { lines } = plan
  const { refuse, kind, moneySource } = words
  const most = String(1e11)
  const down = (column: number, of: readonly PlannedLine[]) => cellsDown(column, of)
  const typed = lines.filter(({ line, figures }) => line.monthlyCost === null && !figures.fault)
  const between = { type: 'decimal', operator: 'between' } as const
  const last = lettersOf(place.shares + Math.max(count, 1) - 1)
  const isRevenue = ({ line }: PlannedLine) =>
    line.kind === LineKind.REVENUE && (line.amount ?? 0) >= 0
  return [
    {
      cells: [`${lettersOf(place.shares)}${rows.population}:${last}${rows.population}`],
      type: 'custom',
      formulas: ['FALSE'],
      message: refuse.population,
    },
    {
      cells: down(place.workload, lines),
      ...between,
      formulas: ['0', '1000'],
      message: refuse.posts,
    },
    { cells: down(place.months, lines), ...between, formulas: ['0', '12'], message: refuse.months },
    {
      cells: down(place.monthlyCost, lines),
      ...between,
      formulas: [`-${most}`, most],
      message: refuse.money,
    },
    {
      cells: down(
        place.amount,
        typed.filter((line) => !isRevenue(line)),
      ),
      ...between,
      formulas: [`-${most}`, most],
      message: refuse.money,
    },
    {
      cells: down(place.amount, typed.filter(isRevenue)),
      ...between,
      formulas: [`-${most}`, '0'],
      message: refuse.revenue,
    },
    {
      cells: down(place.moneySource, lines),
      type: 'list',
      formulas: [listOf(moneySource)],
      message: refuse.list,
    },
    {
      cells: down(place.kind, lines),
      type: 'list',
      formulas: [listOf(kind)],
      message: refuse.list,
    },
  ]
}

const listOf = (choices: Readonly<Record<string, string>>): string =>
  `"${Object.values(choices).join(',')}"`

/** Cells of a column, in ranges as long as the lines follow each other. */
function cellsDown(column: number, lines: readonly PlannedLine[]): string[] {
  const letters = lettersOf(column)
  const ranges: { from: number; to: number }[] = []
  for (const { row } of lines) {
    const open = ranges.at(-1)
    if (open?.to === row - 1) open.to = row
    else ranges.push({ from: row, to: row })
  }
  return ranges.map(({ from, to }) => `${letters}${from}:${letters}${to}`)
}

/** What of the first sheet is printed, and what is repeated on every page. */
export function budgetPrint(plan: LinePlan, count: number, { sheets }: WorkbookWords) {
  const sheet = sheetRef(sheets.budget)
  const from = lettersOf(place.number)
  const names = lettersOf(place.description)
  const to = lettersOf(place.shares + Math.max(count, 1) - 1)
  return {
    sheet: 0,
    area: `${sheet}$${from}$1:$${to}$${plan.sumRow + 2}`,
    titles: `${sheet}$${from}:$${names},${sheet}$${rows.codes}:$${shareRow}`,
  }
}
