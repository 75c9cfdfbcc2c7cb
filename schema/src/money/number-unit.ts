import { Fault } from '../fault.ts'

/** What a cell holds: money in kronor, a percentage, or a bare number. */
export type NumberUnit = 'kr' | 'percent' | 'none'

/** A suffix people write, what it stands for, and the power of ten it multiplies by. */
const suffixes: readonly (readonly [suffix: string, unit: NumberUnit, power: number])[] = [
  ['mnkr', 'kr', 6],
  ['mkr', 'kr', 6],
  ['tkr', 'kr', 3],
  ['kr', 'kr', 0],
  [':-', 'kr', 0],
  ['%', 'percent', 0],
]

/**
 * Takes a suffix off a typed number.
 *
 * @param unit - what the cell holds; left out, any suffix is understood
 * @throws {Fault} `BAD_NUMBER`, reason `UNIT`, when the suffix says another unit than the cell's
 */
export function takeSuffix(text: string, unit?: NumberUnit): { digits: string; power: number } {
  const lower = text.toLowerCase()
  const found = suffixes.find(([suffix]) => lower.endsWith(suffix))
  if (!found) return { digits: text, power: 0 }
  const [suffix, stands, power] = found
  if (unit !== undefined && unit !== stands) {
    throw new Fault('BAD_NUMBER', { text, reason: 'UNIT', suffix })
  }
  return { digits: text.slice(0, -suffix.length).trimEnd(), power }
}
