import { Fault, type FaultDetails } from '../fault.ts'

/** What is wrong with a formula; the `reason` detail of `BAD_FORMULA`. */
export const formulaReasons = [
  'CHARACTER', // one that no formula has; `found` is it
  'NAME', // a name that is no function, as that of a cell; `found` is it
  'GROUPS', // a number with group marks in the wrong places; `found` is it
  'AMBIGUOUS', // a number that can be read in two ways, as "1.234"; `readings` has both
  'COMMA', // between two numbers of a function: a decimal mark or an argument mark
  'VALUE_MISSING', // a number or a parenthesis was expected
  'OPERATOR_MISSING', // two values stand side by side
  'BRACKET_MISSING', // a function's name without its parenthesis; `found` is the name
  'UNCLOSED', // a parenthesis that nothing closes
  'UNOPENED', // a closing parenthesis too many
  'SEPARATOR', // an argument mark outside a function
  'ARGUMENTS', // a function with too many or too few of them; `found` is its name
  'PLACES', // ROUND to anything else than a whole number of places within ±15
  'DIVISION_BY_ZERO',
  'TOO_LONG',
  'TOO_DEEP', // parentheses, functions and signs within each other
  'TOO_LARGE', // more digits in a number, or a larger result, than the cell can take
] as const
export type FormulaReason = (typeof formulaReasons)[number]

/** A refusal with its place: `position` counts from 0 in the text as typed; one past the end is its end. */
export function formulaFault(
  text: string,
  reason: FormulaReason,
  position: number,
  details: FaultDetails = {},
): Fault {
  return new Fault('BAD_FORMULA', { text, reason, position, ...details })
}
