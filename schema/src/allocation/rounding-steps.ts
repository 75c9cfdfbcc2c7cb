import type { AmountStep, ShareStep } from './key.ts'

/** How many share steps make the whole: 1000 steps of 0.1 %. */
export const stepsInAll: Readonly<Record<Exclude<ShareStep, 'NONE'>, number>> = {
  ONE: 100,
  TENTH: 1_000,
  HUNDREDTH: 10_000,
}

/** Decimals of a share rounded to the step; an unrounded share is shown with four. */
export const stepDecimals: Readonly<Record<ShareStep, number>> = {
  NONE: 4,
  ONE: 0,
  TENTH: 1,
  HUNDREDTH: 2,
}

/** Öre in one unit of the amount step. */
export const oreInStep: Readonly<Record<AmountStep, number>> = {
  ORE: 1,
  KRONA: 100,
  TEN: 1_000,
  HUNDRED: 10_000,
  THOUSAND: 100_000,
}
