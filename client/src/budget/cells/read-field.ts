import { Fault } from '@andel/schema/fault'
import { ore, parseDecimal, readNumber, type Language, type Ore } from '@andel/schema/money'
import type { LineField, LineFields } from '../sheet/edit.ts'
import type { FormulaField } from '../sheet/formulas.ts'
import type { SheetLine } from '../sheet/sheet.ts'

/** The fields that a cell of the sheet is typed or chosen for. */
export type TypedField = Exclude<LineField, 'excluded' | FormulaField>

/**
 * What a text typed in a cell, or a choice made in it, sets in the line.
 *
 * @throws {Fault} `BAD_NUMBER` with a reason, `BAD_AMOUNT`
 */
export function readField(
  field: TypedField,
  text: string,
  line: SheetLine,
  language: Language,
): LineFields {
  switch (field) {
    case 'workload':
      return { workload: orEmpty(text, (typed) => readWorkload(typed, language)) }
    case 'months':
      return { months: orEmpty(text, (typed) => readDecimals(typed, 1, 'none', language)) }
    case 'monthlyCost':
      return { monthlyCost: orEmpty(text, (typed) => readMoney(typed, language)) }
    case 'amount':
      return { amount: orEmpty(text, (typed) => readAmount(typed, line, language)) }
    case 'kind':
    case 'moneySource':
    case 'keyId':
      return { [field]: text }
    case 'section':
    case 'description':
    case 'note':
    case 'decision':
      return { [field]: text.trim() }
  }
}

/**
 * A number of inhabitants.
 *
 * @throws {Fault} `BAD_NUMBER` with a reason, `BAD_INHABITANTS` below zero
 */
export function readInhabitants(text: string, language: Language): number {
  const inhabitants = readDecimals(text, 0, 'none', language)
  if (inhabitants < 0) throw new Fault('BAD_INHABITANTS', { inhabitants })
  return inhabitants
}

function orEmpty<Value>(text: string, read: (text: string) => Value): Value | null {
  return text.trim() === '' ? null : read(text)
}

/** Posts ("0,75") or per cent ("75 %") → per cent of full time. */
function readWorkload(text: string, language: Language): number {
  return text.includes('%')
    ? readDecimals(text, 0, 'percent', language)
    : readDecimals(text, 2, 'none', language)
}

function readMoney(text: string, language: Language): Ore {
  return ore(readDecimals(text, 2, 'kr', language))
}

/** A revenue always counts as negative, so whoever types the minus that the cell shows means the same. */
function readAmount(text: string, { kind }: SheetLine, language: Language): Ore {
  const amount = readMoney(text, language)
  return kind === 'REVENUE' ? ore(Math.abs(amount)) : amount
}

function readDecimals(
  text: string,
  places: number,
  unit: 'kr' | 'percent' | 'none',
  language: Language,
): number {
  const exact = readNumber(text, { language, unit })
  try {
    return parseDecimal(exact, places)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new Fault(error.code, { ...error.details, text: text.trim() })
  }
}
