import { Fault } from '../fault.ts'
import type { Language } from './language.ts'

export interface NumberFormat {
  readonly language: Language
  /** How many decimals to write; left out, as many as the number has. Others are rounded half away from zero. */
  readonly decimals?: number
}

const minus = { sv: '\u2212', en: '-' }

/**
 * Writes an exact decimal for people, as `Intl` does for sv-SE and en-SE (both U+00A0 and comma; the minus
 * differs), but exactly, however many digits there are.
 *
 * `readNumber` in the same language gives the number back. One case it refuses instead, never misreads:
 * three decimals in English after one to three digits ("1,234").
 *
 * @param exact - an exact decimal such as '-1234.5'
 * @throws {Fault} `BAD_NUMBER` when it is none
 */
export function formatNumber(exact: string, { language, decimals }: NumberFormat): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact)
  if (!parts) throw new Fault('BAD_NUMBER', { text: exact, reason: 'NO_NUMBER' })
  const [, sign, whole = '', stated = ''] = parts
  const places = decimals ?? stated.length
  const scaled = rounded(whole + stated.padEnd(places, '0'), Math.max(stated.length - places, 0))
  const digits = scaled.toString().padStart(places + 1, '0')
  const point = digits.length - places
  const grouped = digits.slice(0, point).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const size = places > 0 ? `${grouped},${digits.slice(point)}` : grouped
  return sign && scaled > 0n ? minus[language] + size : size
}

/** Drops the last digits, rounding half up; there is no sign, so that is away from zero. */
function rounded(digits: string, dropped: number): bigint {
  const kept = digits.slice(0, digits.length - dropped)
  const up = dropped > 0 && digits.charAt(kept.length) >= '5'
  return BigInt(kept) + (up ? 1n : 0n)
}
