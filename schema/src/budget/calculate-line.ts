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
  const split = splits.of(line)
  if (split instanceof Fault) return withFault(line, split, shares)
  try {
    const amount = lineAmount(line)
    const difference = split.shareOut(amount, shares)
    return { line, amount, shares, difference, fault: undefined, split }
  } catch (error) {
    if (error instanceof Fault) return withFault(line, error, shares.fill(0))
    throw error
  }
}

function withFault(line: LineFacts, fault: Fault, shares: Float64Array): LineFigures {
  return { line, amount: undefined, shares, difference: 0, fault, split: undefined }
}
