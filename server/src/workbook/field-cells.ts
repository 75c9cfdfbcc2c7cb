import { Fault } from '@andel/schema/fault'
import { calculateFormula } from '@andel/schema/formula'
import { type Language, type NumberUnit, parseDecimal, readNumber } from '@andel/schema/money'
import { BudgetLine, LineKind, MoneySource } from '../budget/budget-line.entity.ts'
import type { LineFieldsInput } from '../budget/edit/line-fields-input.ts'
import { lineFields } from '../budget/edit/line-fields.ts'
import type { Workbench } from '../budget/edit/workbench.ts'
import { type Cell, isFormulaCell, valueOf } from '../file/cell.ts'

/** The fields of a line that have a column of their own in a file. */
export type CellField = Exclude<
  keyof LineFieldsInput,
  'section' | 'excluded' | 'openedTo' | `${string}Formula`
>

/** What cells are read with; `keys` only where there is a column of keys. */
export interface CellHabits {
  readonly language: Language
  /** Global ids of the budget's keys, by name in lower case. */
  readonly keys: ReadonlyMap<string, string>
}

/**
 * Reads a cell as the value of a field, in the form that inputs have inside: öre, per cent, text of months.
 *
 * @returns null for an empty cell
 * @throws {Fault} `BAD_NUMBER` with a reason, `BAD_AMOUNT`, `BAD_WORKLOAD`, `BAD_MONTHS`, `UNKNOWN_KEY`, `BAD_INPUT`
 */
export function readField(
  field: CellField,
  cell: Cell,
  habits: CellHabits,
): string | number | null {
  const value = valueOf(cell)
  if (isFormulaCell(cell) && (value === null || String(value).startsWith('#')))
    throw new Fault('BAD_FORMULA', { field })
  const text = typeof value === 'string' ? value.trim() : value
  switch (field) {
    case 'amount':
    case 'monthlyCost':
      return text === null || text === '' ? null : decimalOf(text, 'kr', 2, 'BAD_AMOUNT', habits)
    case 'workload':
      return text === null || text === '' ? null : workloadOf(text, habits)
    case 'months':
      return text === null || text === '' ? null : monthsOf(text, habits)
    case 'keyId':
      return keyOf(String(text ?? ''), habits)
    case 'kind':
      return wordOf(kindWords, text, field)
    case 'moneySource':
      return wordOf(moneySourceWords, text, field)
    default:
      return value === null ? '' : String(value)
  }
}

type LineCheck = Pick<Workbench, 'keys' | 'participants'>

/**
 * A value as inputs have it inside → as the API gives the field.
 *
 * @throws {Fault} when no line may have it
 */
export function checkedValue(
  field: CellField | 'section',
  value: unknown,
  check: LineCheck = { keys: new Map(), participants: new Set() },
): unknown {
  const scratch = new BudgetLine()
  lineFields[field].write(scratch, value, check)
  return lineFields[field].read(scratch)
}

type FileNumber = string | number | boolean

function decimalOf(
  value: FileNumber,
  unit: NumberUnit,
  places: number,
  code: 'BAD_AMOUNT' | 'BAD_WORKLOAD' | 'BAD_MONTHS',
  { language }: CellHabits,
): number {
  const text =
    typeof value === 'number' ? exactText(value) : readNumber(String(value), { language, unit })
  try {
    return parseDecimal(text, places)
  } catch {
    throw new Fault(code, { text })
  }
}

/** A number as it was typed: a spreadsheet keeps 15 digits, and calculates with a few more. */
function exactText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e-6 ? '0' : String(rounded)
}

/** 1 and 100 % are one post. */
function workloadOf(value: FileNumber, habits: CellHabits): number {
  return typeof value === 'string' && value.endsWith('%')
    ? decimalOf(value, 'percent', 0, 'BAD_WORKLOAD', habits)
    : decimalOf(value, 'none', 2, 'BAD_WORKLOAD', habits)
}

function monthsOf(value: FileNumber, habits: CellHabits): string {
  const tenths = decimalOf(value, 'none', 1, 'BAD_MONTHS', habits)
  return `${Math.trunc(tenths / 10)}.${Math.abs(tenths % 10)}`
}

function keyOf(name: string, { keys }: CellHabits): string {
  const id = keys.get(name.toLowerCase())
  if (id === undefined) throw new Fault('UNKNOWN_KEY', { key: name })
  return id
}

const kindWords: Readonly<Record<string, LineKind>> = {
  kostnad: LineKind.COST,
  kostnader: LineKind.COST,
  utgift: LineKind.COST,
  cost: LineKind.COST,
  expense: LineKind.COST,
  intäkt: LineKind.REVENUE,
  intäkter: LineKind.REVENUE,
  revenue: LineKind.REVENUE,
  income: LineKind.REVENUE,
}

const moneySourceWords: Readonly<Record<string, MoneySource>> = {
  'nya medel': MoneySource.NEW_MONEY,
  tilläggsanslag: MoneySource.NEW_MONEY,
  'new money': MoneySource.NEW_MONEY,
  'inom ram': MoneySource.WITHIN_FRAME,
  'inom ramen': MoneySource.WITHIN_FRAME,
  'within frame': MoneySource.WITHIN_FRAME,
  'within the frame': MoneySource.WITHIN_FRAME,
}

function wordOf<T extends string>(
  words: Readonly<Record<string, T>>,
  value: FileNumber | null,
  field: CellField,
): T {
  const word = words[String(value ?? '').toLowerCase()]
  if (word === undefined) throw new Fault('BAD_INPUT', { field, text: String(value ?? '') })
  return word
}

const places = { workload: 2, months: 1, monthlyCost: 2, amount: 2 } as const

/**
 * What was typed to get a value, when the cell calculates with figures alone: "=6*50000". A file writes formulas
 * with points and commas; one that would read otherwise in Swedish is left out, and its value kept.
 */
export function typedFormula(field: CellField, cell: Cell): string | null {
  if (!isFormulaCell(cell) || !(field in places)) return null
  const text = `=${cell.formula}`
  const options = { places: places[field as keyof typeof places] }
  try {
    const value = calculateFormula(text, { ...options, language: 'en' })
    const isSame =
      value === calculateFormula(text, { ...options, language: 'sv' }) &&
      Math.abs(value / 10 ** options.places - Number(valueOf(cell))) < 1e-6
    return isSame && text.length <= 300 ? text : null
  } catch {
    return null
  }
}
