import { Fault } from '../fault.ts'
import { fixedDecimal } from '../money/decimal.ts'
import { checkRounding } from './check-key.ts'
import type { Rounding } from './key.ts'
import { oreInStep, stepDecimals, stepsInAll } from './rounding-steps.ts'
import { fitsDoubles, shareInDoubles } from './split-doubles.ts'
import { shareExactly } from './split-exact.ts'
import type { Weights } from './weigh.ts'

/** Shares rounded to whole steps, before any money is shared out. */
export interface ShareSteps {
  /** Steps in the whole: 1000 of 0.1 %. */
  readonly inAll: number
  /** Whole steps, one per code. They add up to `inAll`, except that under EACH_ALONE they may not. */
  readonly counts: readonly number[]
}

/** Weights and rounding, made ready to share out any number of amounts. Make it with `prepareSplit`. */
export class Split {
  /** The rounded shares, when the rounding has a share step. */
  readonly steps: ShareSteps | undefined
  /** Index of who takes the residual under LARGEST_SHARE and NAMED; −1 under the other rules. */
  readonly heir: number
  /** What the money is shared out by: the steps where there are any, otherwise the weights. */
  readonly proportions: { readonly parts: readonly bigint[]; readonly whole: bigint }
  /** Öre in one unit of the amount step. */
  readonly unit: number
  /** The proportions as doubles, where every product is exact in them. */
  private readonly doubles: Float64Array | undefined
  private readonly wholeDouble: number

  constructor(
    readonly weights: Weights,
    readonly rounding: Rounding,
  ) {
    this.heir = findHeir(weights, rounding)
    this.steps = roundShares(weights, rounding, this.heir)
    this.unit = oreInStep[rounding.amountStep]
    this.proportions = this.steps
      ? { parts: this.steps.counts.map(BigInt), whole: BigInt(this.steps.inAll) }
      : { parts: weights.values, whole: weights.sum }
    const { parts, whole } = this.proportions
    this.wholeDouble = Number(whole)
    this.doubles = fitsDoubles(heaviest(parts), whole, this.unit)
      ? Float64Array.from(parts, Number)
      : undefined
  }

  /**
   * Shares out an amount.
   *
   * @param amount - whole öre; a negative amount is shared out as its absolute value and negated
   * @param shares - filled with signed öre, one per code
   * @returns amount − sum of the shares: 0 under every rule but EACH_ALONE
   * @throws {Fault} `BAD_AMOUNT` when the amount, or a share rounded alone, is no safe integer
   */
  shareOut(amount: number, shares: Float64Array): number {
    if (!Number.isSafeInteger(amount)) throw new Fault('BAD_AMOUNT', { amount })
    const { unit, heir, doubles, proportions } = this
    const { residualRule } = this.rounding
    const size = Math.abs(amount)
    if (doubles) {
      shareInDoubles(size, unit, doubles, this.wholeDouble, residualRule, heir, shares)
    } else {
      shareExactly(size, unit, proportions.parts, proportions.whole, residualRule, heir, shares)
    }
    if (amount < 0) for (let i = 0; i < shares.length; i++) shares[i] = 0 - shares[i]!
    return residualRule === 'EACH_ALONE' ? difference(amount, shares) : 0
  }

  /**
   * A participant's share in per cent: rounded to the share step ("4.2"), or, without one, the exact share
   * to four decimals, half away from zero.
   */
  percentText(index: number): string {
    const places = stepDecimals[this.rounding.shareStep]
    if (this.steps) return fixedDecimal(this.steps.counts[index]!, places)
    const { values, sum } = this.weights
    const scaled = values[index]! * 100n * 10n ** BigInt(places)
    return fixedDecimal((2n * scaled + sum) / (2n * sum), places)
  }
}

/**
 * Makes weights and rounding ready to share out amounts.
 *
 * @throws {Fault} `BAD_KEY`; `NOT_A_PARTICIPANT` when the named one has no part in it
 */
export function prepareSplit(weights: Weights, rounding: Rounding): Split {
  checkRounding(rounding)
  return new Split(weights, rounding)
}

function roundShares(weights: Weights, rounding: Rounding, heir: number): ShareSteps | undefined {
  if (rounding.shareStep === 'NONE') return undefined
  const inAll = stepsInAll[rounding.shareStep]
  const counts = new Float64Array(weights.values.length)
  shareExactly(inAll, 1, weights.values, weights.sum, rounding.residualRule, heir, counts)
  return { inAll, counts: Array.from(counts) }
}

function findHeir({ codes, values }: Weights, { residualRule, named }: Rounding): number {
  if (residualRule === 'LARGEST_SHARE') return values.indexOf(heaviest(values))
  if (residualRule !== 'NAMED' || named === undefined) return -1
  const index = codes.indexOf(named)
  if (index < 0) throw new Fault('NOT_A_PARTICIPANT', { code: named, reason: 'NAMED' })
  // whoever weighs nothing pays nothing, not even what is left over
  if (values[index] === 0n)
    throw new Fault('NOT_A_PARTICIPANT', { code: named, reason: 'NO_WEIGHT' })
  return index
}

function heaviest(weights: readonly bigint[]): bigint {
  return weights.reduce((most, weight) => (weight > most ? weight : most), 0n)
}

/** What is left of an amount when every share was rounded alone. */
function difference(amount: number, shares: Float64Array): number {
  let left = amount
  for (let i = 0; i < shares.length; i++) {
    if (!Number.isSafeInteger(shares[i])) throw new Fault('BAD_AMOUNT', { amount })
    left -= shares[i]!
  }
  return left
}
