import { bareNumber, formatDecimal, type Language } from '@andel/schema/money'
import { formulaOf, type FormulaValue } from '../sheet/formulas.ts'
import type { SheetLine } from '../sheet/sheet.ts'
import type { TypedField } from './read-field.ts'

/** What an editor starts with: the field as `readField` reads it back; a formula as it was typed. */
export function fieldText(field: TypedField, line: SheetLine, language: Language): string {
  switch (field) {
    case 'workload':
      return figureText(field, line, 2, language)
    case 'months':
      return figureText(field, line, 1, language)
    case 'monthlyCost':
      return figureText(field, line, 2, language)
    case 'amount':
      return figureText(field, line, 2, language)
    case 'kind':
    case 'moneySource':
    case 'keyId':
    case 'section':
    case 'description':
    case 'note':
    case 'decision':
      return line[field]
  }
}

/** A revenue's amount is shown with the minus that it counts with. */
function figureText(
  field: FormulaValue,
  line: SheetLine,
  places: number,
  language: Language,
): string {
  const value = line[field]
  const formula = line[formulaOf[field]]
  if (formula !== null || value === null) return formula ?? ''
  const sign = field === 'amount' && line.kind === 'REVENUE' ? -1 : 1
  return bareNumber(formatDecimal(sign * value, places), language)
}
