import { noticeTakesEffect } from '@andel/schema/agreement'

interface Term {
  readonly from: string
  readonly to: string | null
}

export type Standing = 'coming' | 'inForce' | 'over'

/** Whether a term from a day to a day, both included, has begun and not ended. ISO dates. */
export function standing({ from, to }: Term, today: string): Standing {
  if (today < from) return 'coming'
  return to !== null && to < today ? 'over' : 'inForce'
}

/**
 * The last day on which a party that gives notice today bears cost: when the notice takes effect, but no
 * later than the agreement itself ends.
 *
 * @throws {Fault} `BAD_INPUT` when the notice period is no duration of years, months and days
 */
export function lastDayAfterNotice(
  noticePeriod: string,
  validTo: string | null,
  today: string,
): string {
  const last = noticeTakesEffect(today, noticePeriod)
  return validTo !== null && validTo < last ? validTo : last
}

/** Today where the reader is, as an ISO date. */
export function isoToday(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'))
  return `${now.getFullYear()}-${month}-${day}`
}
