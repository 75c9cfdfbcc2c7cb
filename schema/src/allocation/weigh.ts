import { Fault } from '../fault.ts'
import { weighByBasis, type BasisWeights } from './basis-weights.ts'
import { blend } from './blend.ts'
import { checkKey } from './check-key.ts'
import type { Key, MunicipalityCode } from './key.ts'
import { inCodeOrder, type Participant, type PopulationFacts } from './participant.ts'

/** Exact weights: participant i bears `values[i] / sum`. */
export interface Weights {
  /** Every participant in municipality-code order, also those whom the line leaves out. */
  readonly codes: readonly MunicipalityCode[]
  /** Whole numbers ≥ 0, one per code; 0 for whom the line leaves out. */
  readonly values: readonly bigint[]
  readonly sum: bigint
  /** Whom the line leaves out: no party to it, which is something else than a share of 0. */
  readonly leftOut: ReadonlySet<MunicipalityCode>
  /** What the weights were made of, a part of the key each. */
  readonly bases: readonly BasisWeights[]
}

/**
 * Weighs participants by a key.
 *
 * A key of one basis keeps the basis' own unit (inhabitants; inhabitants × months where somebody takes part
 * for less than the year); a blend becomes whole numbers over a common denominator.
 *
 * @param excluded - participants whom the line leaves out
 * @throws {Fault} `DUPLICATE_PARTICIPANT`, `NO_PARTICIPANT`, `NOT_A_PARTICIPANT`, `BAD_MONTHS`, `BAD_KEY`,
 *   and what `weighByBasis` throws
 */
export function weigh(
  key: Key,
  participants: readonly Participant[],
  populations: PopulationFacts,
  excluded: readonly MunicipalityCode[] = [],
): Weights {
  checkKey(key)
  const sorted = inCodeOrder(participants)
  const codes = sorted.map(({ code }) => code)
  const leftOut = new Set(excluded)
  const all = new Set(codes)
  for (const code of leftOut) if (!all.has(code)) throw new Fault('NOT_A_PARTICIPANT', { code })
  if (leftOut.size === codes.length) throw new Fault('NO_PARTICIPANT')

  const bases = key.bases.map((basis) => weighByBasis(basis, sorted, populations, leftOut))
  const [only] = bases
  const { values, sum } =
    bases.length === 1 && only ? { values: only.weights, sum: only.sum } : blend(bases)
  return { codes, values, sum, leftOut, bases }
}
