import { Fault } from '@andel/schema/fault'
import { calculateFormula, isFormula } from '@andel/schema/formula'
import { parseDecimal, readNumber, type Language, type NumberUnit } from '@andel/schema/money'

/**
 * A typed number, or what a formula gives, as a whole number of last places: with two places `1,5` is 150. What
 * a formula gives is rounded to them; a number with more is refused.
 *
 * @throws {Fault} `BAD_NUMBER` with a reason and what was typed, `BAD_FORMULA` with a reason and a position
 */
export function readScaled(
  text: string,
  places: number,
  unit: NumberUnit,
  language: Language,
): number {
  if (isFormula(text)) return calculateFormula(text, { language, places })
  const exact = readNumber(text, { language, unit })
  try {
    return parseDecimal(exact, places)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new Fault(error.code, { ...error.details, text: text.trim() })
  }
}
