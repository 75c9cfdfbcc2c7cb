import type { AgreementFacts } from './agreement-facts.ts'
import type { Viewpoint } from './weighed.ts'

export interface NamedViewpoint extends Viewpoint {
  /** The year of a budget, or `newest`: what is known today. */
  readonly id: string
  /** Whether it is that of a budget. */
  readonly isBudget: boolean
}

/**
 * What the shares of an agreement can be looked at for: its budgets, newest first, and the newest date for
 * which everybody has a population figure.
 *
 * @param thisYear - limited to the years of the agreement
 */
export function viewpointsOf(
  { years, key, validFrom, validTo }: AgreementFacts,
  completeDates: readonly string[],
  thisYear: number,
): readonly NamedViewpoint[] {
  const own = key.bases.find((basis) => basis.kind === 'POPULATION')?.on
  const first = Number(validFrom.slice(0, 4))
  const last = validTo === null ? Infinity : Number(validTo.slice(0, 4))
  const year = Math.min(Math.max(thisYear, first), last)
  const newest = completeDates.toSorted().at(-1)
  return [
    ...years.map(({ year, on }) => ({
      id: String(year),
      year,
      on: own && (on ?? own),
      isBudget: true,
    })),
    { id: 'newest', year, on: own && (newest ?? own), isBudget: false },
  ]
}

/** Dates on which each of some municipalities has a figure. */
export function datesOfAll(
  figures: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  codes: readonly string[],
): readonly string[] {
  return [...figures]
    .filter(([, known]) => codes.every((code) => known.has(code)))
    .map(([on]) => on)
}
