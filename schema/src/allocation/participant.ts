import type { MunicipalityCode } from './key.ts'

/** Who takes part in a split. */
export interface Participant {
  readonly code: MunicipalityCode
  /** Months of the budget year covered by the participation, 1–12, where the agreement weighs by them; 12 otherwise. */
  readonly months: number
}

/** Inhabitants by reference date and municipality code: `populations['2021-12-31']['2303']`. */
export type PopulationFacts = Readonly<Record<string, Readonly<Record<MunicipalityCode, number>>>>
