import type { MunicipalityCode } from '../allocation/key.ts'
import { parseDay } from './iso-date.ts'

/** A municipality's part in an agreement. ISO dates; both days are within it. */
export interface Participation {
  readonly code: MunicipalityCode
  readonly from: string
  /** Last day; null until further notice. */
  readonly to: string | null
}

/**
 * Those participations that are in force on a day.
 *
 * @throws {Fault} `BAD_DATE`
 */
export function inForce<P extends Participation>(participations: readonly P[], on: string): P[] {
  parseDay(on)
  return participations.filter(({ from, to }) => {
    parseDay(from)
    if (to !== null) parseDay(to)
    return from <= on && (to === null || on <= to) // ISO dates sort as text
  })
}
