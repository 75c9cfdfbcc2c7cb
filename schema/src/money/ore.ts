import { Fault } from '../fault.ts'

declare const unit: unique symbol

/** Money: a whole number of öre (the currency's minor unit) within the safe integers. */
export type Ore = number & { readonly [unit]: 'öre' }

/** @throws {Fault} `BAD_AMOUNT` when it is no whole öre, or beyond ±(2^53 − 1) */
export function ore(value: number): Ore {
  if (!Number.isSafeInteger(value)) throw new Fault('BAD_AMOUNT', { value })
  return (value === 0 ? 0 : value) as Ore // no negative zero
}
