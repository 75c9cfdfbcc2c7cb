import { fixedDecimal, formatKronor, ore, parseKronor, type Ore } from '@andel/schema/money'

/** The exact sum of amounts in API money, in öre. */
export function sumOf(amounts: readonly string[]): Ore {
  return addUp(amounts.map(parseKronor))
}

/** The exact sum of whole öre. */
export function addUp(amounts: readonly number[]): Ore {
  return ore(amounts.reduce((sum, amount) => ore(sum + amount), 0))
}

/** An amount in öre as API money without its sign. */
export function sizeOf(amount: number): string {
  return formatKronor(Math.abs(amount))
}

/**
 * A part of a whole in per cent with one decimal, half away from zero: "51.5".
 *
 * @returns `undefined` when the whole is 0
 */
export function percentOf(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined
  const size = 1000n * BigInt(Math.abs(part))
  const parts = BigInt(Math.abs(whole))
  const tenths = (2n * size + parts) / (2n * parts)
  return fixedDecimal(part < 0 === whole < 0 ? tenths : -tenths, 1)
}
