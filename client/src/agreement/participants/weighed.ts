import { participantsOf } from '@andel/schema/agreement'
import { prepareSplit, weigh, type Key, type PopulationFacts } from '@andel/schema/allocation'
import { Fault } from '@andel/schema/fault'
import type { AgreementFacts } from './agreement-facts.ts'
import type { Standing } from './standing.ts'

/** What shares are calculated for. */
export interface Viewpoint {
  readonly year: number
  /** The date whose populations count; that of the key when there is none. */
  readonly on: string | undefined
}

/** What each participant of a year bears, by municipality code. */
export interface Weighed {
  readonly months: ReadonlyMap<string, number>
  /** Exact weights, where the key has one part alone: those of a blend say nothing to anybody. */
  readonly weights: ReadonlyMap<string, bigint>
  /** In per cent, as exact text. */
  readonly shares: ReadonlyMap<string, string>
  /** Why there are no shares. */
  readonly fault?: Fault | undefined
}

export function weighAt(
  { rows, key }: Standing,
  { weighsPartYear }: Pick<AgreementFacts, 'weighsPartYear'>,
  { year, on }: Viewpoint,
  populations: PopulationFacts,
): Weighed {
  const terms = [...rows.values()]
    .filter(({ isRemoved, from }) => !isRemoved && from !== '')
    .map(({ code, from, to }) => ({ code, from, to: to === '' ? null : to }))
  const participants = participantsOf(terms, year, weighsPartYear)
  const months = new Map(participants.map((one) => [one.code, one.months]))
  try {
    const weights = weigh(onDate(key, on), participants, populations)
    const split = prepareSplit(weights, key.rounding)
    const isBlend = key.bases.length > 1
    return {
      months,
      weights: new Map(
        isBlend ? [] : weights.codes.map((code, index) => [code, weights.values[index]!]),
      ),
      shares: new Map(weights.codes.map((code, index) => [code, split.percentText(index)])),
    }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { months, weights: new Map(), shares: new Map(), fault }
  }
}

/** A key whose populations are those of another date. */
function onDate<K extends Key>(key: K, on: string | undefined): K {
  if (on === undefined) return key
  const bases = key.bases.map((basis) => (basis.kind === 'POPULATION' ? { ...basis, on } : basis))
  return { ...key, bases }
}
