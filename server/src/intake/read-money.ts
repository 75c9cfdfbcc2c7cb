import { Fault } from '@andel/schema/fault'
import { type Language, readNumber } from '@andel/schema/money'
import { type Cell, isFormulaCell, valueOf } from '../file/cell.ts'
import { BudgetColumn } from './budget-column.ts'

/** What the amounts of a column are counted in. */
type MoneyUnit = 'kr' | 'tkr' | 'mnkr'

/** How the amounts of a sheet are written. */
export interface MoneyHabits {
  /** Units of the columns of money. */
  readonly units: ReadonlyMap<number, MoneyUnit>
  /** The decimal mark that the texts show beyond doubt; null when none or both do. */
  readonly mark: ',' | '.' | null
}

/** "13 mnkr" and "21 000 kr" are amounts and name no unit. */
const alone = (words: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d]|\d\s)(?:${words})(?![\p{L}\d])`, 'iu')

const unitWords: readonly (readonly [MoneyUnit, RegExp])[] = [
  ['mnkr', alone('mnkr|mkr|msek|(?:miljoner|millions?)(?: of)? (?:kronor|kr|sek)|sek millions?')],
  [
    'tkr',
    alone(
      String.raw`tkr|kkr|tsek|ksek|(?:tusen|tusental|thousands?)(?: of)? (?:kronor|kr|sek)|sek thousands?` +
        String.raw`|(?:1\s?)?'?000(?:-tals?)?\s?(?:kronor|kr|sek)|(?:kronor|kr|sek)\s?(?:1\s?)?'?000`,
    ),
  ],
  ['kr', alone('kronor|kr|sek')],
]

const unitIn = (text: string): MoneyUnit | undefined =>
  unitWords.find(([, words]) => words.test(text))?.[0]

const titleRows = 3

/** The unit that a heading names, or else one of the three filled rows above it, the nearest first; else kronor. */
function unitOf(
  rows: readonly (readonly Cell[])[],
  headingRow: number,
  column: number,
): MoneyUnit | undefined {
  if (headingRow < 0) return undefined
  const own = unitIn(textOf(rows[headingRow]?.[column]))
  if (own) return own
  const titles = rows
    .slice(0, headingRow)
    .map((row) => row.map(textOf))
    .filter((texts) => texts.some((text) => text !== ''))
    .toReversed()
    .slice(0, titleRows)
  const nearest = (texts: readonly string[]) => [
    ...texts.slice(0, column + 1).toReversed(),
    ...texts.slice(column + 1),
  ]
  return titles.flatMap(nearest).map(unitIn).find(Boolean)
}

/** What the headings and the amounts themselves say of how amounts are written. */
export function moneyHabits(
  rows: readonly (readonly Cell[])[],
  headingRow: number,
  mapping: ReadonlyMap<number, BudgetColumn>,
): MoneyHabits {
  const columns = [...mapping.keys()].filter((column) => isMoney(mapping.get(column)))
  const units = columns.map((column) => [column, unitOf(rows, headingRow, column) ?? 'kr'] as const)
  const texts = rows.slice(headingRow + 1).flatMap((row) =>
    columns
      .map((column) => valueOf(row[column]))
      .filter((value) => typeof value === 'string')
      .map((text) => text.trim().replace(suffix, '').trimEnd()),
  )
  const commas = texts.some((text) => decimalComma.test(text))
  const points = texts.some((text) => decimalPoint.test(text))
  return { units: new Map(units), mark: commas === points ? null : commas ? ',' : '.' }
}

export const isMoney = (meaning: BudgetColumn | undefined): boolean =>
  meaning === BudgetColumn.AMOUNT || meaning === BudgetColumn.MONTHLY_COST

const suffix = /(?:mnkr|mkr|tkr|kr|:-|%)$/i
const decimalComma =
  /^(?:[^,]*\d,(?:\d{1,2}|\d{4,})|[^,]*[. \u00a0\u202f]\d{3},\d+|[-\u2212]?0,\d+)$/
const decimalPoint =
  /^(?:[^.]*\d\.(?:\d{1,2}|\d{4,})|[^.]*[, \u00a0\u202f]\d{3}\.\d+|[-\u2212]?0\.\d+)$/
const twoWays = /^([^\d.,]*[1-9]\d{0,2})([.,])(\d{3})$/

/**
 * The cell of a column of money as `readNumber` is to see it: with the unit of its column, unless it names its own.
 *
 * @throws {Fault} `BAD_NUMBER`, reason `AMBIGUOUS`, for one mark and exactly three digits that no other amount explains
 */
export function moneyCell(
  cell: Cell,
  column: number,
  { units, mark }: MoneyHabits,
  language: Language,
): Cell {
  const value = valueOf(cell)
  if (typeof value === 'string') refuseTwoWays(value, mark, language)
  const unit = units.get(column) ?? 'kr'
  if (unit === 'kr') return cell
  if (typeof value === 'number') return withUnit(value, unit, language)
  const hasOwn = typeof value !== 'string' || suffix.test(value.trim())
  const isBroken = isFormulaCell(cell) && String(value).startsWith('#')
  return hasOwn || isBroken ? cell : `${value.trim()} ${unit}`
}

/** A number with the mark of its language, which is never ambiguous; a spreadsheet keeps 15 digits. */
function withUnit(value: number, unit: MoneyUnit, language: Language): string {
  const text = String(Number(value.toPrecision(15)))
  return `${language === 'sv' ? text.replace('.', ',') : text} ${unit}`
}

function refuseTwoWays(text: string, mark: ',' | '.' | null, language: Language): void {
  const found = twoWays.exec(text.trim().replace(suffix, '').trimEnd())
  if (!found || found[2] === mark) return
  const [, head = '', , tail = ''] = found
  const decimal = language === 'sv' ? ',' : '.'
  const readings = [head + tail, head + decimal + tail].map((one) => readNumber(one, { language }))
  throw new Fault('BAD_NUMBER', { text, reason: 'AMBIGUOUS', readings })
}

const textOf = (cell: Cell | undefined): string => String(valueOf(cell) ?? '').trim()
