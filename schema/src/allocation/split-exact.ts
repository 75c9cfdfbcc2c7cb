import type { ResidualRule } from './key.ts'

/** One participant's part before anything spare is given out. */
interface Part {
  readonly index: number
  /** Whole units. */
  readonly floor: bigint
  /** What is left, in units / `ceiling`. */
  readonly remainder: bigint
}

/**
 * Shares out an amount in whole units, exactly, for weights of any size. This is the rule as
 * docs/arithmetic.md states it; `shareInDoubles` does the same faster where it can.
 *
 * @param amount - öre, 0 … 2^53 − 1
 * @param unit - öre in one unit
 * @param whole - what the weights are parts of: their sum
 * @param heir - index of who takes the residual under LARGEST_SHARE and NAMED
 * @param shares - filled with öre, one per weight
 */
export function shareExactly(
  amount: number,
  unit: number,
  weights: readonly bigint[],
  whole: bigint,
  rule: ResidualRule,
  heir: number,
  shares: Float64Array,
): void {
  const ceiling = whole * BigInt(unit)
  const parts = exactParts(amount, weights, ceiling)
  for (const { index, floor } of parts) shares[index] = Number(floor) * unit

  const rest = amount % unit
  const units = (amount - rest) / unit
  const spare = units - parts.reduce((given, { floor }) => given + Number(floor), 0)
  if (rule === 'LARGEST_REMAINDER') {
    const order = byRemainder(parts)
    for (const { index } of order.slice(0, spare)) shares[index]! += unit
    const next = order[spare]
    if (next && rest > 0) shares[next.index]! += rest
  } else if (rule === 'EACH_ALONE') {
    for (const { index, remainder } of parts) if (2n * remainder >= ceiling) shares[index]! += unit
  } else {
    shares[heir]! += spare * unit + rest
  }
}

/** Whole units and remainder of amount × weight / ceiling, for each weight. */
export function exactParts(amount: number, weights: readonly bigint[], ceiling: bigint): Part[] {
  return weights.map((weight, index) => {
    const exact = BigInt(amount) * weight
    return { index, floor: exact / ceiling, remainder: exact % ceiling }
  })
}

/** Largest remainder first; equal ones in the order of the list, which is that of the municipality codes. */
export function byRemainder(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
}
