import { allocate, dinero } from 'dinero.js'
import { SEK } from 'dinero.js/currencies'

/** dinero.js, as its documentation has it. It gives spare öre by ratio, not by remainder: other shares than ours. */
export function shareOutInDinero(amount: number, ratios: number[]): unknown {
  return allocate(dinero({ amount, currency: SEK }), ratios)
}
