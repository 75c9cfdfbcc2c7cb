import type { Split } from '@andel/schema/allocation'

/** Where the sheet of weights has what a split shares out by. Rows are counted from 1. */
export interface WeighedSplit {
  readonly split: Split
  /** How its lines are calculated; as figures where no spreadsheet could be exact. */
  readonly money: InDoubles | InGroups | 'FIGURES'
  /** Öre of the amount step. */
  readonly unitRow: number
  /** 1 for whoever takes what is left; undefined where nobody takes all. */
  readonly heirRow: number | undefined
  /** A row that divided by its own figure gives shares to show. */
  readonly shownRow: number
}

/** Every product is a whole number that doubles hold. */
export interface InDoubles {
  readonly partsRow: number
  readonly divisorRow: number
  readonly parts: readonly number[]
  readonly divisor: number
}

/** Weights and divisor in groups of six digits. */
export interface InGroups {
  readonly weightRows: readonly number[]
  readonly divisorRows: readonly number[]
  readonly pairRows: readonly number[]
  /** Half of the divisor, in pairs. */
  readonly halfRows: readonly number[]
  /** Shares as doubles have them. */
  readonly nearlyRow: number
  readonly weights: readonly (readonly number[])[]
  readonly divisor: readonly number[]
  readonly nearly: readonly number[]
}
