import { participantsOf } from '@andel/schema/agreement'
import { prepareSplit, weigh, type Key, type PopulationFacts } from '@andel/schema/allocation'
import { Fault } from '@andel/schema/fault'
import { dayOf, type ParticipantForm, type TermsForm } from './new-agreement.ts'

/** What each would bear of the first year, in per cent as exact text, by code; or why that cannot be said. */
export interface FirstShares {
  readonly year: number | undefined
  readonly shares: ReadonlyMap<string, string>
  readonly fault?: Fault | undefined
}

/** The first year by the months of each, or by whole years as long as days are missing. */
export function firstShares(
  { validFrom, partYear }: Pick<TermsForm, 'validFrom' | 'partYear'>,
  participants: readonly ParticipantForm[],
  key: Key,
  populations: PopulationFacts,
): FirstShares {
  const first = dayOf(validFrom)
  const year = first ? Number(first.slice(0, 4)) : undefined
  const terms = participants.map(({ code, from, to }) => ({
    code,
    from: dayOf(from) || first || '0001-01-01',
    to: dayOf(to) || null,
  }))
  try {
    const parties = participantsOf(terms, year ?? 2000, partYear === 'months')
    const weights = weigh(key, parties, populations)
    const split = prepareSplit(weights, key.rounding)
    return {
      year,
      shares: new Map(weights.codes.map((code, index) => [code, split.percentText(index)])),
    }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { year, shares: new Map(), fault }
  }
}

/** The dates for which everybody has a figure, newest first. */
export function sharedDates(codes: readonly string[], populations: PopulationFacts): string[] {
  return Object.keys(populations)
    .filter((on) => codes.every((code) => populations[on]?.[code] !== undefined))
    .toSorted((a, b) => (a < b ? 1 : -1))
}

/** Who lacks a figure, by date of a key; nothing when nobody does. */
export function missingFigures(
  codes: readonly string[],
  key: Pick<Key, 'bases'>,
  populations: PopulationFacts,
): { readonly on: string; readonly codes: readonly string[] } | undefined {
  for (const basis of key.bases) {
    if (basis.kind !== 'POPULATION') continue
    const missing = codes.filter((code) => populations[basis.on]?.[code] === undefined)
    if (missing.length > 0) return { on: basis.on, codes: missing }
  }
  return undefined
}
