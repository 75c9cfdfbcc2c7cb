import type { ResidualRule } from './key.ts'
import { kthLargest } from './kth-largest.ts'

/** Every product that `shareInDoubles` forms stays below twice this: whole numbers, exact in doubles. */
const exactLimit = 2 ** 52

/** Whether `shareInDoubles` is exact for these weights, whatever the amount. */
export function fitsDoubles(heaviest: bigint, whole: bigint, unit: number): boolean {
  const limit = BigInt(exactLimit)
  return heaviest * whole < limit && BigInt(unit) * whole < limit
}

let remainders = new Float64Array(512)

/**
 * Shares out an amount in whole units, exactly, without leaving doubles. `shareExactly` gives the same
 * answers for weights of any size and is the easier one to read.
 *
 * With amount = units × unit + rest and units = q × whole + r, a participant's exact share is
 * q × weight + (r × weight) / whole units and rest × weight / whole öre. The first term is whole, the
 * second one's quotient and remainder are exact while r × weight < 2^53, and the rest carries one unit at most.
 *
 * @param amount - öre, 0 … 2^53 − 1
 * @param unit - öre in one unit
 * @param whole - what the weights are parts of: their sum
 * @param heir - index of who takes the residual under LARGEST_SHARE and NAMED
 * @param shares - filled with öre, one per weight
 */
export function shareInDoubles(
  amount: number,
  unit: number,
  weights: Float64Array,
  whole: number,
  rule: ResidualRule,
  heir: number,
  shares: Float64Array,
): void {
  const count = weights.length
  if (remainders.length < count) remainders = new Float64Array(2 * count)
  const rest = amount % unit
  const units = (amount - rest) / unit
  const r = units % whole
  const q = (units - r) / whole
  const ceiling = whole * unit // of the remainders: one whole unit

  let spare = units
  for (let i = 0; i < count; i++) {
    const weight = weights[i]!
    const product = r * weight
    const quotient = Math.floor(product / whole)
    const floor = q * weight + quotient
    remainders[i] = product - quotient * whole
    shares[i] = floor
    spare -= floor
  }
  if (unit > 1) spare -= toOre(unit, rest, weights, ceiling, shares)

  if (rule === 'LARGEST_REMAINDER') {
    giveToLargestRemainders(spare, rest, unit, ceiling, count, shares)
  } else if (rule === 'EACH_ALONE') {
    for (let i = 0; i < count; i++) if (2 * remainders[i]! >= ceiling) shares[i]! += unit
  } else {
    shares[heir]! += spare * unit + rest
  }
}

/**
 * Turns whole units into öre, and brings what each has of the rest into its remainder.
 *
 * @returns how many more whole units that made
 */
function toOre(
  unit: number,
  rest: number,
  weights: Float64Array,
  ceiling: number,
  shares: Float64Array,
): number {
  let more = 0
  for (let i = 0; i < weights.length; i++) {
    let remainder = remainders[i]! * unit + rest * weights[i]!
    let floor = shares[i]!
    if (remainder >= ceiling) {
      remainder -= ceiling
      floor++
      more++
    }
    remainders[i] = remainder
    shares[i] = floor * unit
  }
  return more
}

/** One unit each to the largest remainders, then `rest` to the next; equal ones in the order of the list. */
function giveToLargestRemainders(
  spare: number,
  rest: number,
  unit: number,
  ceiling: number,
  count: number,
  shares: Float64Array,
): void {
  let receivers = rest > 0 ? spare + 1 : spare
  if (receivers === 0) return
  const cut = kthLargest(remainders, count, receivers, ceiling)
  for (let i = 0; i < count; i++) {
    const isAbove = remainders[i]! > cut // without a branch: who is above is anybody's guess
    shares[i]! += isAbove ? unit : 0
    receivers -= isAbove ? 1 : 0
  }
  for (let i = 0; receivers > 0 && i < count; i++) {
    if (remainders[i] === cut) {
      receivers--
      shares[i]! += receivers === 0 && rest > 0 ? rest : unit
    }
  }
}
