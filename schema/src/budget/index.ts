export type { BudgetFacts, LineFacts } from './facts.ts'
export type { BudgetFigures, LineFigures } from './figures.ts'
export { lineAmount } from './line-amount.ts'
export { type LineResidual, lineResidual } from './line-residual.ts'
export { openFields } from './open-fields.ts'
export { isPosition, positionCost } from './position-cost.ts'
export { recalculate } from './recalculate.ts'
export {
  changeSection,
  inSections,
  putLine,
  type Section,
  type SectionSums,
  sectionsOf,
  sectionSums,
} from './sections.ts'
export { largestGross } from './sums.ts'
export { solveLine, type Solution, type Solutions, type SolveTarget } from './solve.ts'
export { unknownsOf, type Unknown } from './solve-unknown.ts'
export { traceShare, type ShareTrace } from './trace-share.ts'
