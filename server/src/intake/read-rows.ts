import { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import { type Cell, valueOf } from '../file/cell.ts'
import { type CellField, checkedValue, readField, typedFormula } from '../workbook/field-cells.ts'
import { BudgetColumn } from './budget-column.ts'
import { isMoney, type MoneyHabits, moneyCell } from './read-money.ts'

/** What became of a row of a file. */
export type RowFate = 'LINE' | 'SECTION' | 'SUM' | 'EMPTY'

/** What is wrong with a cell. */
export interface CellFault {
  /** From 0. */
  readonly column: number
  readonly fault: Fault
}

export interface ReadRow {
  /** From 0. */
  readonly index: number
  readonly fate: RowFate
  /** The fields of the line, as the API gives them. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly faults: readonly CellFault[]
}

/** Where a row stands, and how it is read. */
export interface RowHabits {
  readonly mapping: ReadonlyMap<number, BudgetColumn>
  readonly language: Language
  readonly money: MoneyHabits
}

const fieldOf: Readonly<Partial<Record<BudgetColumn, CellField>>> = {
  [BudgetColumn.DESCRIPTION]: 'description',
  [BudgetColumn.KIND]: 'kind',
  [BudgetColumn.WORKLOAD]: 'workload',
  [BudgetColumn.MONTHS]: 'months',
  [BudgetColumn.MONTHLY_COST]: 'monthlyCost',
  [BudgetColumn.AMOUNT]: 'amount',
  [BudgetColumn.MONEY_SOURCE]: 'moneySource',
  [BudgetColumn.NOTE]: 'note',
  [BudgetColumn.DECISION]: 'decision',
}

const sums =
  /^(?:(?:del|total)?summa|totalt?|sub-?total|sum|(?:kronor|kr)(?: per |\/)(?:invånare|inv)|invånare)(?![\p{L}\d])/iu

/**
 * Reads rows as lines of a budget. A row with a description alone heads a section; one that begins with "Summa" or
 * "Total" is a sum, as is a number of inhabitants, and neither is a line.
 */
export function readRows(
  rows: readonly (readonly Cell[])[],
  headings: number,
  habits: RowHabits,
): ReadRow[] {
  let section = ''
  return rows.slice(headings + 1).map((cells, offset) => {
    const row = readRow(cells, headings + 1 + offset, habits, section)
    if (row.fate === 'SECTION') section = String(row.fields['description'])
    if (row.fate === 'SUM') section = ''
    return row
  })
}

function readRow(
  cells: readonly Cell[],
  index: number,
  habits: RowHabits,
  section: string,
): ReadRow {
  const { mapping } = habits
  const fields: Record<string, unknown> = {}
  const faults: CellFault[] = []
  for (const [column, meaning] of mapping) {
    const cell = cells[column] ?? null
    const value = valueOf(cell)
    if (value === null || String(value).trim() === '') continue
    try {
      readInto(
        fields,
        meaning,
        isMoney(meaning) ? moneyCell(cell, column, habits.money, habits.language) : cell,
        habits.language,
      )
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push({ column, fault: error })
    }
  }
  const fate = sums.test(labelOf(cells, mapping)) ? 'SUM' : fateOf(fields, faults, mapping)
  if (fate === 'LINE') fields['section'] ??= section
  return {
    index,
    fate,
    fields: fate === 'LINE' ? asLine(fields) : fields,
    faults: fate === 'LINE' ? faults : [],
  }
}

/** The text that a row goes by: its description, or the first text that no other column explains. */
function labelOf(cells: readonly Cell[], mapping: ReadonlyMap<number, BudgetColumn>): string {
  const texts = cells.map((cell, column) => ({
    text: String(valueOf(cell) ?? '').trim(),
    meaning: mapping.get(column),
  }))
  const named = texts.filter(({ text }) => /\p{L}/u.test(text))
  const label =
    named.find(({ meaning }) => meaning === BudgetColumn.DESCRIPTION) ??
    named.find(({ meaning }) => meaning === undefined || meaning === BudgetColumn.SECTION)
  return label?.text ?? ''
}

function readInto(
  fields: Record<string, unknown>,
  meaning: BudgetColumn,
  cell: Cell,
  language: Language,
): void {
  if (meaning === BudgetColumn.SECTION) {
    fields['section'] = checkedValue('section', String(valueOf(cell)))
    return
  }
  const field = fieldOf[meaning]!
  fields[field] = checkedValue(field, readField(field, cell, { language, keys: new Map() }))
  const formula = typedFormula(field, cell)
  if (formula !== null) fields[`${field}Formula`] = formula
}

function fateOf(
  fields: Readonly<Record<string, unknown>>,
  faults: readonly CellFault[],
  mapping: ReadonlyMap<number, BudgetColumn>,
): RowFate {
  const names = Object.keys(fields)
  if (names.length === 0 && faults.length === 0) return 'EMPTY'
  const { description } = fields
  const hasFigures = ['amount', 'monthlyCost', 'workload', 'months'].some((name) => name in fields)
  const isText = names.length === 1 && description !== undefined && faults.length === 0
  const hasSections = [...mapping.values()].includes(BudgetColumn.SECTION)
  return isText && !hasFigures && !hasSections ? 'SECTION' : 'LINE'
}

/** A monthly cost makes the line a position; a negative amount that is not called a cost makes it a revenue. */
function asLine(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { amount, amountFormula, ...rest } = fields
  if (rest['monthlyCost'] !== undefined || amount === undefined) return rest
  const isNegative = String(amount).startsWith('-')
  if (!isNegative || rest['kind'] === 'COST')
    return { ...rest, amount, ...(amountFormula !== undefined && { amountFormula }) }
  return { ...rest, kind: 'REVENUE', amount: String(amount).slice(1) }
}
