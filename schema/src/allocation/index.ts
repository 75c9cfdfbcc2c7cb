export { allocate, type Allocation, type AllocationRequest } from './allocate.ts'
export type { BasisWeights } from './basis-weights.ts'
export {
  amountSteps,
  residualRules,
  shareSteps,
  type AmountStep,
  type Basis,
  type EqualBasis,
  type FixedBasis,
  type Key,
  type MunicipalityCode,
  type PopulationBasis,
  type ResidualRule,
  type Rounding,
  type ShareStep,
  type UseBasis,
} from './key.ts'
export { inCodeOrder, type Participant, type PopulationFacts } from './participant.ts'
export { prepareSplit, type ShareSteps, type Split } from './split.ts'
export { weigh, type Weights } from './weigh.ts'
