import { Fault } from '../fault.ts'
import { fixedDecimal, parseDecimal } from './decimal.ts'
import { ore, type Ore } from './ore.ts'

/**
 * Reads money as it travels: an exact decimal string in the main unit, at most two decimals.
 *
 * @example parseKronor('12600.00') // 1260000 öre
 * @throws {Fault} `BAD_AMOUNT` when it is anything else, or beyond the safe integers in öre
 */
export function parseKronor(text: string): Ore {
  try {
    return ore(parseDecimal(text, 2))
  } catch {
    throw new Fault('BAD_AMOUNT', { text })
  }
}

/**
 * Writes money as it travels, always with two decimals: "12600.00", "-0.05".
 *
 * @throws {Fault} `BAD_AMOUNT` when it is no whole number of öre
 */
export function formatKronor(amount: number): string {
  return fixedDecimal(ore(amount), 2)
}
