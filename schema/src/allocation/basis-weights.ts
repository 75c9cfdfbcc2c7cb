import { Fault, type FaultDetails } from '../fault.ts'
import { scalePercentages } from './fixed-percentages.ts'
import type { Basis, MunicipalityCode } from './key.ts'
import type { Participant, PopulationFacts } from './participant.ts'

/** What one basis of a key says about each participant. One entry per participant, in the same order. */
export interface BasisWeights {
  readonly basis: Basis
  /** Decimals of the unit: fixed percentages "12.5" are 125 with one place. 0 for every other basis. */
  readonly places: number
  /** In the basis' own unit, before floor and months; 0 for whom the line leaves out. */
  readonly values: readonly bigint[]
  /** max(value, floor), times months when `byMonths`. */
  readonly weights: readonly bigint[]
  readonly sum: bigint
  /** Somebody who takes part in the line takes part for less than the whole year. */
  readonly byMonths: boolean
}

/**
 * Weighs the participants of a line by one basis.
 *
 * @param participants - all of the budget, in code order
 * @param leftOut - those of them whom the line leaves out: they weigh nothing
 * @throws {Fault} `POPULATION_MISSING`, `STATISTIC_MISSING`, `BAD_WEIGHT`, `BAD_PERCENTAGES`, `NOT_A_PARTICIPANT`;
 *   `NO_WEIGHT` when nobody has a weight above 0
 */
export function weighByBasis(
  basis: Basis,
  participants: readonly Participant[],
  populations: PopulationFacts,
  leftOut: ReadonlySet<MunicipalityCode>,
): BasisWeights {
  const { places, valueOf } = measure(basis, participants, populations)
  const floor = BigInt(basis.floor ?? 0) * 10n ** BigInt(places)
  const byMonths = participants.some(({ code, months }) => months !== 12 && !leftOut.has(code))

  const values: bigint[] = []
  const weights: bigint[] = []
  let sum = 0n
  for (const { code, months } of participants) {
    const takesPart = !leftOut.has(code)
    const value = takesPart ? valueOf(code) : 0n
    const lifted = takesPart && value < floor ? floor : value
    const weight = byMonths ? lifted * BigInt(months) : lifted
    values.push(value)
    weights.push(weight)
    sum += weight
  }
  if (sum === 0n) throw new Fault('NO_WEIGHT', { basis: basis.kind })
  return { basis, places, values, weights, sum, byMonths }
}

interface Measure {
  readonly places: number
  readonly valueOf: (code: MunicipalityCode) => bigint
}

function measure(
  basis: Basis,
  participants: readonly Participant[],
  populations: PopulationFacts,
): Measure {
  switch (basis.kind) {
    case 'EQUAL':
      return { places: 0, valueOf: () => 1n }
    case 'FIXED': {
      const all = new Set(participants.map(({ code }) => code))
      const { places, values } = scalePercentages(basis, all)
      return { places, valueOf: (code) => values.get(code) ?? 0n }
    }
    case 'POPULATION': {
      const { on } = basis
      const inhabitants = lookUp(populations, on) ?? {}
      return {
        places: 0,
        valueOf: (code) => figure(inhabitants, code, 'POPULATION_MISSING', { on }),
      }
    }
    case 'USE': {
      const { statistic, period, values } = basis
      const details = { statistic, period }
      return { places: 0, valueOf: (code) => figure(values, code, 'STATISTIC_MISSING', details) }
    }
    default:
      throw new Fault('BAD_KEY', { reason: 'BASIS' })
  }
}

function figure(
  figures: Readonly<Record<MunicipalityCode, number>>,
  code: MunicipalityCode,
  missing: 'POPULATION_MISSING' | 'STATISTIC_MISSING',
  details: FaultDetails,
): bigint {
  const value = lookUp(figures, code)
  if (value === undefined) throw new Fault(missing, { code, ...details })
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Fault('BAD_WEIGHT', { code, value, ...details })
  }
  return BigInt(value)
}

/** A record's own entry: never what every object inherits. */
function lookUp<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
