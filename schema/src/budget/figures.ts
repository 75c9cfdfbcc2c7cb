import type { MunicipalityCode } from '../allocation/key.ts'
import type { Split } from '../allocation/split.ts'
import type { Fault } from '../fault.ts'
import type { BudgetFacts, LineFacts } from './facts.ts'
import type { PreparedSplits } from './prepared-splits.ts'

/** A calculated line. Shares are öre, signed, in the order of `BudgetFigures.codes`. */
export interface LineFigures {
  readonly line: LineFacts
  /** Öre; negative for a revenue. `undefined` when the line cannot be calculated. */
  readonly amount: number | undefined
  /** One per code; 0 for a participant whom the line leaves out. */
  readonly shares: Float64Array
  /** What EACH_ALONE left over: amount − sum of shares, in öre. 0 under every other rule. */
  readonly difference: number
  /** Why the line has no figures. */
  readonly fault: Fault | undefined
  /**
   * What the amount was shared out by: weights, rounded shares, percentages, in the order of `codes`.
   * Lines with the same key that leave out the same participants have the same object.
   * `undefined` when, and only when, the line cannot be calculated.
   */
  readonly split: Split | undefined
}

/** All figures of a budget at one moment. Never changed: an edit makes new ones that share unchanged lines. */
export interface BudgetFigures {
  readonly facts: BudgetFacts
  /** Participants in municipality-code order, whatever the order in the facts. */
  readonly codes: readonly MunicipalityCode[]
  readonly lines: readonly LineFigures[]
  /** Öre by participant: sums of the line shares, never a second calculation. */
  readonly totals: Float64Array
  /** Öre: sum of the amounts of all lines that have figures. */
  readonly total: number
  /** Öre: sum of the lines' differences. */
  readonly difference: number
  /** Öre: sum of the amounts without their signs. Bounded, so that every sum above is exact. */
  readonly gross: number
  /** Kept for the calculation after the next edit. */
  readonly splits: PreparedSplits
}
