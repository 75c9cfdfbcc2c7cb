import { Fault } from '../fault.ts'
import type { BudgetFigures, LineFigures } from './figures.ts'

/**
 * The most that the amounts of a budget may be together, signs apart, in öre: 45 000 000 000 000 kr.
 * Half of the safe integers, so that no sum of shares, rounded up as they may be, can leave them.
 */
export const largestGross = 2 ** 52

/** The sums of a budget while lines are added and taken away. Exact: everything is whole öre below 2^53. */
export class Sums {
  total = 0
  difference = 0
  gross = 0

  constructor(readonly totals: Float64Array) {}

  /** The sums of figures that stand, to go on from. */
  static of({ totals, total, difference, gross }: BudgetFigures): Sums {
    const sums = new Sums(totals.slice())
    sums.total = total
    sums.difference = difference
    sums.gross = gross
    return sums
  }

  add({ amount, difference, shares }: LineFigures): void {
    if (amount === undefined) return
    this.total += amount
    this.difference += difference
    this.gross += Math.abs(amount)
    const { totals } = this
    for (let i = 0; i < totals.length; i++) totals[i]! += shares[i]!
  }

  remove({ amount, difference, shares }: LineFigures): void {
    if (amount === undefined) return
    this.total -= amount
    this.difference -= difference
    this.gross -= Math.abs(amount)
    const { totals } = this
    for (let i = 0; i < totals.length; i++) totals[i]! -= shares[i]!
  }

  /** @throws {Fault} `BAD_AMOUNT`, reason `TOTAL`, when the budget is too large for exact sums */
  check(): void {
    if (this.gross > largestGross) {
      throw new Fault('BAD_AMOUNT', { reason: 'TOTAL', limit: largestGross })
    }
  }
}
