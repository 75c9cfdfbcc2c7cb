export { calculateFormula, isFormula } from './calculate-formula.ts'
export { formulaReasons } from './formula-fault.ts'
