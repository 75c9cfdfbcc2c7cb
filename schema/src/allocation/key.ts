/**
 * What a distribution key is made of. Plain data: stored by the server, edited by the client,
 * read by `weigh` and `prepareSplit`. Normative text: docs/arithmetic.md.
 */

/** SCB's municipality code: four digits, leading zero kept. */
export type MunicipalityCode = string

/** Inhabitants at a reference date (ISO date). The figures are looked up in `PopulationFacts`. */
export interface PopulationBasis {
  readonly kind: 'POPULATION'
  readonly on: string
}

/** Everybody alike. */
export interface EqualBasis {
  readonly kind: 'EQUAL'
}

/** Agreed percentages: exact decimal strings ("12.5") by municipality, together 100. */
export interface FixedBasis {
  readonly kind: 'FIXED'
  readonly percentages: Readonly<Record<MunicipalityCode, string>>
}

/** Measured use over a period, e.g. placements in 2021: whole numbers by municipality. */
export interface UseBasis {
  readonly kind: 'USE'
  readonly statistic: string
  readonly period: string
  readonly source: string
  readonly values: Readonly<Record<MunicipalityCode, number>>
}

/** One part of a blend. */
export type Basis = (PopulationBasis | EqualBasis | FixedBasis | UseBasis) & {
  /** Whole per cent of the amount that goes by this basis; the parts of a key add up to 100. */
  readonly percent: number
  /** Whoever weighs less than this, in the basis' own unit, weighs this much. */
  readonly floor?: number
}

/** Share step in per cent, as exact text. */
export const shareSteps = ['NONE', 'ONE', 'TENTH', 'HUNDREDTH'] as const
export type ShareStep = (typeof shareSteps)[number]

/** The smallest unit of a share. */
export const amountSteps = ['ORE', 'KRONA', 'TEN', 'HUNDRED', 'THOUSAND'] as const
export type AmountStep = (typeof amountSteps)[number]

export const residualRules = ['LARGEST_REMAINDER', 'LARGEST_SHARE', 'NAMED', 'EACH_ALONE'] as const
export type ResidualRule = (typeof residualRules)[number]

/** How to round. `named` is set when, and only when, the residual rule is NAMED. */
export interface Rounding {
  readonly shareStep: ShareStep
  readonly amountStep: AmountStep
  readonly residualRule: ResidualRule
  readonly named?: MunicipalityCode
}

/** What weighs, and how to round. */
export interface Key {
  readonly name: string
  readonly bases: readonly Basis[]
  readonly rounding: Rounding
}
