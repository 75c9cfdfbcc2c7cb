import { fixedDecimal } from '@andel/schema/money'

/**
 * Kronor per inhabitant as an exact decimal with two places; half an öre is rounded away from zero.
 *
 * @param ore - whole öre
 * @returns `undefined` when there is nobody
 */
export function perInhabitant(ore: number, inhabitants: number): string | undefined {
  if (inhabitants === 0) return undefined
  const size = BigInt(Math.abs(ore))
  const people = BigInt(inhabitants)
  const rounded = (2n * size + people) / (2n * people)
  return fixedDecimal(ore < 0 ? -rounded : rounded, 2)
}
