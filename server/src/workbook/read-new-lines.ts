import { Fault } from '@andel/schema/fault'
import type { BudgetLine } from '../budget/budget-line.entity.ts'
import { isFormulaCell, valueOf } from '../file/cell.ts'
import { lineColumns } from './exported-sheets.ts'
import { type CellField, typedFormula } from './field-cells.ts'
import { mark } from './layout.ts'
import type { ReadBench } from './read-bench.ts'
import type { KnownRow, KnownSheet } from './sheet-rows.ts'
import { shownValue } from './shown-value.ts'
import { WorkbookChangeKind } from './workbook-change.ts'

/** What a row of no line of the export says in column A. */
const otherRows = new Set<string>(Object.values(mark))

interface NewLineFacts {
  readonly fields: readonly CellField[]
  /** Section of each row, by its key. */
  readonly sections: ReadonlyMap<string, string>
  /** Lines of the budget as it now stands, by global id. */
  readonly lines: ReadonlyMap<string, BudgetLine>
}

/** Notes the rows between the first line and the sum that are no exported line: typed there, or copied. */
export function readNewLines(bench: ReadBench, is: KnownSheet, facts: NewLineFacts): void {
  const isKnown = ({ id }: KnownRow): boolean => id in bench.sealed.lines || otherRows.has(id)
  const first = is.rows.findIndex(isKnown)
  const sum = is.rows.findIndex(({ id }) => id === mark.sum)
  let after: string | undefined
  for (const row of is.rows.slice(first, sum < 0 ? undefined : sum)) {
    const isFirst = isKnown(row) && row.key === `${row.id} 1`
    if (isFirst && facts.lines.has(row.id)) after = row.id
    if (isFirst || otherRows.has(row.id)) continue
    const isCopy = row.id in bench.sealed.lines
    if (facts.fields.every((field) => valueOf(row.cell(lineColumns[field])) === null)) continue
    if (row.id === '' || isCopy) noteNewLine(bench, is.name, row, after, facts)
    else noteUnknown(bench, is.name, row)
  }
}

const describe = (row: KnownRow): string =>
  String(shownValue(row.cell(lineColumns.description)) ?? '')

function noteUnknown(bench: ReadBench, sheet: string, row: KnownRow): void {
  bench.note({
    kind: WorkbookChangeKind.NOT_ALLOWED,
    sheet,
    cell: row.address(lineColumns.id),
    description: describe(row),
    proposed: row.id,
    fault: new Fault('UNKNOWN_LINE'),
  })
}

function noteNewLine(
  bench: ReadBench,
  sheet: string,
  row: KnownRow,
  afterLineId: string | undefined,
  { fields, sections }: NewLineFacts,
): void {
  const proposed: Record<string, unknown> = { section: sections.get(row.key) ?? '' }
  const isPosition = valueOf(row.cell(lineColumns.monthlyCost)) !== null
  const refused: { field: CellField; fault: Fault }[] = []
  for (const field of fields) {
    const cell = row.cell(lineColumns[field])
    if (valueOf(cell) === null && !isFormulaCell(cell)) continue
    if (field === 'amount' && isPosition) continue
    try {
      proposed[field] = bench.valueOf(field, cell)
      const formula = typedFormula(field, cell)
      if (formula !== null) proposed[`${field}Formula`] = formula
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      refused.push({ field, fault: error })
    }
  }
  const at = { sheet, description: describe(row) }
  bench.note({
    ...at,
    kind: WorkbookChangeKind.ADDED,
    cell: row.address(lineColumns.description),
    proposed: withoutSign(proposed),
    afterLineId,
  })
  for (const { field, fault } of refused) {
    const column = lineColumns[field]
    bench.note({
      ...at,
      kind: WorkbookChangeKind.NOT_ALLOWED,
      cell: row.address(column),
      field,
      proposed: shownValue(row.cell(column)),
      fault,
    })
  }
}

/** A negative amount without a word of its kind is a revenue. */
function withoutSign(proposed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { amount, amountFormula, kind } = proposed
  const isNegative = typeof amount === 'string' && amount.startsWith('-')
  if (!isNegative || kind === 'COST') return { ...proposed }
  const rest = { ...proposed, kind: 'REVENUE', amount: amount.slice(1) }
  return amountFormula === undefined ? rest : { ...rest, amountFormula: null }
}
