import { Fault } from '../fault.ts'

const exactDecimal = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Reads an exact decimal text ("6.5", point only, no group marks) as a whole number of its last place.
 *
 * @example parseDecimal('6.5', 1) // 65
 * @throws {Fault} `BAD_NUMBER` when it is no such text, has more decimals than `places`, or leaves the safe integers
 */
export function parseDecimal(text: string, places: number): number {
  const parts = exactDecimal.exec(text)
  if (!parts) throw new Fault('BAD_NUMBER', { text, reason: 'NO_NUMBER' })
  const [, sign, whole = '', fraction = ''] = parts
  if (fraction.length > places) throw new Fault('BAD_NUMBER', { text, reason: 'DECIMALS', places })
  const scaled = Number(whole + fraction.padEnd(places, '0'))
  if (!Number.isSafeInteger(scaled)) throw new Fault('BAD_NUMBER', { text, reason: 'TOO_LARGE' })
  return sign && scaled !== 0 ? -scaled : scaled
}

/**
 * Writes a whole number of last places as an exact decimal without trailing zeros.
 *
 * @example formatDecimal(65, 1) // '6.5'; formatDecimal(60, 1) is '6'
 */
export function formatDecimal(scaled: number | bigint, places: number): string {
  const [whole, fraction] = splitPlaces(scaled, places)
  const kept = fraction.replace(/0+$/, '')
  return kept ? `${whole}.${kept}` : whole
}

/** The same with every place written out: `fixedDecimal(50, 1)` is '5.0'. */
export function fixedDecimal(scaled: number | bigint, places: number): string {
  const [whole, fraction] = splitPlaces(scaled, places)
  return fraction ? `${whole}.${fraction}` : whole
}

function splitPlaces(scaled: number | bigint, places: number): [whole: string, fraction: string] {
  const exact = BigInt(scaled)
  const digits = (exact < 0n ? -exact : exact).toString().padStart(places + 1, '0')
  const point = digits.length - places
  return [(exact < 0n ? '-' : '') + digits.slice(0, point), digits.slice(point)]
}
