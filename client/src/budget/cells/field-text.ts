import { formatDecimal, type Language } from '@andel/schema/money'
import type { SheetLine } from '../sheet/sheet.ts'
import { bareText } from './number-text.ts'
import type { TypedField } from './read-field.ts'

/** What an editor starts with: the field as `readField` reads it back. */
export function fieldText(field: TypedField, line: SheetLine, language: Language): string {
  const scaled = (value: number | null, places: number): string =>
    value === null ? '' : bareText(formatDecimal(value, places), language)
  switch (field) {
    case 'workload':
      return scaled(line.workload, 2)
    case 'months':
      return scaled(line.months, 1)
    case 'monthlyCost':
      return scaled(line.monthlyCost, 2)
    case 'amount': {
      const sign = line.kind === 'REVENUE' ? -1 : 1
      return scaled(line.amount === null ? null : sign * line.amount, 2)
    }
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
