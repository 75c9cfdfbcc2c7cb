import type { Language } from '../money/language.ts'
import { evaluate } from './evaluate.ts'
import { formulaFault } from './formula-fault.ts'
import { roundedTo } from './fraction.ts'
import { parse } from './parse.ts'
import { tokenize } from './tokenize.ts'

const mostCharacters = 300

/** Whether what was typed is meant as a formula: it begins with `=`. */
export function isFormula(text: string): boolean {
  return text.trimStart().startsWith('=')
}

/**
 * Calculates what was typed in a cell: "=6*50000", "=(300 000−12 600)/7", "=2%*SUMMA(1,5;2,5)".
 *
 * Numbers are those of `readNumber` in the same language, between `+ − × ÷` (also `* /`), parentheses,
 * `%`, SUM and ROUND, which are SUMMA and AVRUNDA, too. There are no other names and no cells. The value is
 * exact until it is rounded, once, half away from zero.
 *
 * @param text - one that `isFormula`
 * @param places - decimals that the cell takes
 * @returns a whole number of last places: 1050 for 10.5 with two
 * @throws {Fault} `BAD_FORMULA` with `text`, a `reason` of `formulaReasons` and a `position`
 */
export function calculateFormula(
  text: string,
  { language, places }: { readonly language: Language; readonly places: number },
): number {
  if (text.length > mostCharacters) throw formulaFault(text, 'TOO_LONG', mostCharacters)
  const start = text.indexOf('=')
  const value = evaluate(parse(tokenize(text, start + 1, language), text), text)
  const scaled = Number(roundedTo(places, value))
  if (!Number.isSafeInteger(scaled)) throw formulaFault(text, 'TOO_LARGE', start)
  return scaled
}
