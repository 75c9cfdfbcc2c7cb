import { Fault } from '@andel/schema/fault'
import { formatDecimal, type Language } from '@andel/schema/money'
import { readScaled } from '../../grid/read-scaled.ts'
import { readDay } from '../../text/read-day.ts'

/** Decimals that an agreed percentage can have. */
const percentPlaces = 6
/** What the API takes at most. */
export const mostUse = 2_147_483_647

/** @throws {Fault} `BAD_NUMBER`, `BAD_FORMULA`, `BAD_PERCENTAGES` with the reason `RANGE` outside 0–100 */
export function readPercentage(text: string, language: Language): string {
  const scaled = readScaled(text, percentPlaces, 'percent', language)
  if (scaled < 0 || scaled > 100 * 10 ** percentPlaces) {
    throw new Fault('BAD_PERCENTAGES', { reason: 'RANGE' })
  }
  return formatDecimal(scaled, percentPlaces)
}

/** @throws {Fault} `BAD_NUMBER`, `BAD_FORMULA`, `BAD_WEIGHT` below zero or above what is kept */
export function readUse(text: string, language: Language): string {
  const value = readScaled(text, 0, 'none', language)
  if (value < 0 || value > mostUse) throw new Fault('BAD_WEIGHT', { value })
  return String(value)
}

/**
 * The last day; '' until further notice, however that is written on screen.
 *
 * @throws {Fault} `BAD_DATE`
 */
export function readLastDay(text: string, endless: readonly string[]): string {
  const typed = text.trim()
  return typed === '' || endless.includes(typed.toLowerCase()) ? '' : readDay(typed)
}
