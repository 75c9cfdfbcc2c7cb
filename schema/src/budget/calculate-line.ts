import { Fault } from '../fault.ts'
import type { LineFacts } from './facts.ts'
import type { LineFigures } from './figures.ts'
import { lineAmount } from './line-amount.ts'
import type { PreparedSplits } from './prepared-splits.ts'

/**
 * The figures of one line. What is wrong with it is part of them, as `fault`; its shares are 0 then.
 *
 * @param shares - zeros, one per participant; filled, and kept by the figures
 */
export function calculateLine(
  line: LineFacts,
  splits: PreparedSplits,
  shares: Float64Array,
): LineFigures {
  try {
    const split = splits.of(line)
    if (split instanceof Fault) throw split
    const amount = lineAmount(line)
    const difference = split.shareOut(amount, shares)
    return { line, amount, shares, difference, fault: undefined, split }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return {
      line,
      amount: undefined,
      shares: shares.fill(0),
      difference: 0,
      fault: error,
      split: undefined,
    }
  }
}
