import { inCodeOrder, type Participant } from '../allocation/participant.ts'
import { parseDay } from './iso-date.ts'
import type { Participation } from './participation.ts'

type Term = Pick<Participation, 'from' | 'to'>

/**
 * How many months of a year a participation covers, 0–12. A month that is begun counts: whoever leaves
 * on 15 March has taken part for three months of that year.
 *
 * @throws {Fault} `BAD_DATE`
 */
export function monthsCovered(participation: Term, year: number): number {
  return coveredMonths(participation, year).length
}

/**
 * Who takes part in a budget year, in municipality-code order. Somebody who left and came back is one participant.
 *
 * @param weighsPartYear - the agreement weighs participants by the months covered; otherwise all have 12
 * @throws {Fault} `BAD_DATE`
 */
export function participantsOf(
  participations: readonly Participation[],
  year: number,
  weighsPartYear: boolean,
): readonly Participant[] {
  const months = new Map<string, Set<number>>()
  for (const participation of participations) {
    const covered = coveredMonths(participation, year)
    const before = months.get(participation.code) ?? []
    if (covered.length > 0) months.set(participation.code, new Set([...before, ...covered]))
  }
  return inCodeOrder(
    Array.from(months, ([code, covered]) => ({ code, months: weighsPartYear ? covered.size : 12 })),
  )
}

/** The months, 1–12, of which at least one day is within the participation. */
function coveredMonths({ from, to }: Term, year: number): number[] {
  const first = parseDay(from)
  const last = to === null ? undefined : parseDay(to)
  if (to !== null && to < from) return []
  const covered: number[] = []
  for (let month = 1; month <= 12; month++) {
    const now = year * 12 + month
    const begun = first.year * 12 + first.month <= now
    const ended = last !== undefined && last.year * 12 + last.month < now
    if (begun && !ended) covered.push(month)
  }
  return covered
}
