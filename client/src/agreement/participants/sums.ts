import type { Basis } from '@andel/schema/allocation'
import { formatDecimal, parseDecimal } from '@andel/schema/money'

const places = 6

/** Exact percentages added up, as exact text. */
export function percentSum(percents: readonly string[]): string {
  const sum = percents.reduce((total, percent) => total + BigInt(parseDecimal(percent, places)), 0n)
  return formatDecimal(sum, places)
}

/** What a part of a key comes to: agreed percentages, which shall be 100, or measured use. */
export function partSum(basis: Basis): string {
  if (basis.kind === 'FIXED') return percentSum(Object.values(basis.percentages))
  if (basis.kind !== 'USE') return ''
  return String(Object.values(basis.values).reduce((total, value) => total + value, 0))
}
