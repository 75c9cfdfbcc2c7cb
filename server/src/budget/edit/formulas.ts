import type { LineFieldsInput } from './line-fields-input.ts'

/** Where a line keeps what was typed to get a value, by the value. */
export const formulaOf = {
  workload: 'workloadFormula',
  months: 'monthsFormula',
  monthlyCost: 'monthlyCostFormula',
  amount: 'amountFormula',
} as const

/** A value that may have been typed as a calculation. */
export type FormulaValue = keyof typeof formulaOf

const values = Object.keys(formulaOf) as FormulaValue[]
const most = 300

/** Whether a text can be what was typed to get a value. What it comes to is the business of whoever typed it. */
export function isFormula(text: string): boolean {
  return text.startsWith('=') && text.length > 1 && text.length <= most
}

/** The fields, with the formula of each value that comes without one emptied. */
export function withFormulas(fields: LineFieldsInput): LineFieldsInput {
  const emptied = values.filter(
    (value) => fields[value] !== undefined && fields[formulaOf[value]] === undefined,
  )
  return { ...fields, ...Object.fromEntries(emptied.map((value) => [formulaOf[value], null])) }
}

/** The formulas that come without the value they would be of. */
export function formulasAlone(fields: LineFieldsInput): (typeof formulaOf)[FormulaValue][] {
  return values
    .filter((value) => fields[formulaOf[value]] != null && fields[value] == null)
    .map((value) => formulaOf[value])
}
