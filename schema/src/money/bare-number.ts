import { Fault } from '../fault.ts'
import type { Language } from './language.ts'

/**
 * Writes an exact decimal as it is typed, copied and pasted: hyphen-minus, the decimal mark that `formatNumber`
 * writes too, no group marks. `readNumber` in the same language reads exactly the same number.
 *
 * @param exact - an exact decimal such as '-1234.5'
 * @throws {Fault} `BAD_NUMBER` when it is none
 */
export function bareNumber(exact: string, language: Language): string {
  if (!/^-?\d+(\.\d+)?$/.test(exact)) {
    throw new Fault('BAD_NUMBER', { text: exact, reason: 'NO_NUMBER' })
  }
  const text = exact.replace('.', ',')
  // "1,234" would be two numbers in English: a fourth decimal tells them apart
  return language === 'en' && /^-?[1-9]\d{0,2},\d{3}$/.test(text) ? `${text}0` : text
}
