import { isFormula } from '@andel/schema/formula'
import { ore, type Language, type Ore } from '@andel/schema/money'
import { readScaled } from '../../grid/read-scaled.ts'
import { sectionName } from '../sections/section-choices.ts'
import type { LineField, LineFields } from '../sheet/edit.ts'
import { formulaOf, type FormulaField, type FormulaValue } from '../sheet/formulas.ts'
import type { SheetLine } from '../sheet/sheet.ts'

/** The fields that a cell of the sheet is typed or chosen for. */
export type TypedField = Exclude<LineField, 'excluded' | 'openedTo' | FormulaField>

/**
 * What a text typed in a cell, or a choice made in it, sets in the line: a formula sets the value with what was
 * typed to get it.
 *
 * @throws {Fault} `BAD_NUMBER` with a reason, `BAD_FORMULA` with a reason and a position, `BAD_AMOUNT`
 */
export function readField(
  field: TypedField,
  text: string,
  line: SheetLine,
  language: Language,
): LineFields {
  switch (field) {
    case 'workload':
    case 'months':
    case 'monthlyCost':
    case 'amount':
      return readFigure(field, text, line, language)
    case 'kind':
    case 'moneySource':
    case 'keyId':
      return { [field]: text }
    case 'section':
      return { section: sectionName(text) }
    case 'description':
    case 'note':
    case 'decision':
      return { [field]: text.trim() }
  }
}

/**
 * An amount in kronor, or a formula that gives one.
 *
 * @throws {Fault} `BAD_NUMBER`, `BAD_FORMULA`, `BAD_AMOUNT`
 */
export function readMoney(text: string, language: Language): Ore {
  return ore(readScaled(text, 2, 'kr', language))
}

function readFigure(
  field: FormulaValue,
  text: string,
  line: SheetLine,
  language: Language,
): LineFields {
  if (text.trim() === '') return { [field]: null }
  const value = readValue(field, text, line, language)
  return isFormula(text) ? { [field]: value, [formulaOf[field]]: text.trim() } : { [field]: value }
}

/** Posts as per cent of full time, months as tenths, money as öre. */
function readValue(
  field: FormulaValue,
  text: string,
  { kind }: SheetLine,
  language: Language,
): number {
  switch (field) {
    case 'workload': // posts ("0,75", "=75%") or per cent ("75 %")
      return text.includes('%') && !isFormula(text)
        ? readScaled(text, 0, 'percent', language)
        : readScaled(text, 2, 'none', language)
    case 'months':
      return readScaled(text, 1, 'none', language)
    case 'monthlyCost':
      return readMoney(text, language)
    case 'amount': {
      const amount = readMoney(text, language)
      // a revenue always counts as negative: whoever types the minus that the cell shows means the same
      return kind === 'REVENUE' ? ore(Math.abs(amount)) : amount
    }
  }
}
