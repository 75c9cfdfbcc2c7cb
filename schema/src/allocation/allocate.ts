import type { Key, MunicipalityCode } from './key.ts'
import type { Participant, PopulationFacts } from './participant.ts'
import { prepareSplit } from './split.ts'
import { weigh } from './weigh.ts'

export interface AllocationRequest {
  readonly key: Key
  readonly participants: readonly Participant[]
  readonly populations: PopulationFacts
  /** Whole öre; negative for a revenue or a repayment. */
  readonly amount: number
  /** Participants whom it does not concern. */
  readonly excluded?: readonly MunicipalityCode[]
}

export interface Allocation {
  /** Those who take part, in municipality-code order. */
  readonly codes: readonly MunicipalityCode[]
  /** Öre, one per code. */
  readonly shares: readonly number[]
  /** amount − sum of the shares, in öre: 0 under every rule but EACH_ALONE. */
  readonly difference: number
}

/**
 * Shares out one amount by one key: `weigh`, `prepareSplit` and `shareOut` in one call.
 *
 * @throws {Fault} what those three throw
 */
export function allocate(request: AllocationRequest): Allocation {
  const { key, participants, populations, amount, excluded = [] } = request
  const weights = weigh(key, participants, populations, excluded)
  const all = new Float64Array(weights.codes.length)
  const difference = prepareSplit(weights, key.rounding).shareOut(amount, all)
  const takesPart = (code: MunicipalityCode) => !weights.leftOut.has(code)
  return {
    codes: weights.codes.filter(takesPart),
    shares: Array.from(all).filter((_, index) => takesPart(weights.codes[index]!)),
    difference,
  }
}
