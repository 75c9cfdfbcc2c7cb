export { calculateFormula, isFormula } from './calculate-formula.ts'
export { formulaReasons, type FormulaReason } from './formula-fault.ts'
