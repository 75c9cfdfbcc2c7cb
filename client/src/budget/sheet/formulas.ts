import type { LineFields } from './edit.ts'

/** Where a line keeps what was typed to get a value, by the value. */
export const formulaOf = {
  workload: 'workloadFormula',
  months: 'monthsFormula',
  monthlyCost: 'monthlyCostFormula',
  amount: 'amountFormula',
} as const

/** A value that may have been typed as a calculation. */
export type FormulaValue = keyof typeof formulaOf
export type FormulaField = (typeof formulaOf)[FormulaValue]

const values = Object.keys(formulaOf) as FormulaValue[]

/** The fields, with the formula of each value that comes without one emptied, as the server does. */
export function withFormulas(fields: LineFields): LineFields {
  const emptied = values.filter(
    (value) => fields[value] !== undefined && fields[formulaOf[value]] === undefined,
  )
  return { ...fields, ...Object.fromEntries(emptied.map((value) => [formulaOf[value], null])) }
}
