import type { Ore } from '../money/ore.ts'
import type { LineFacts } from './facts.ts'
import { isPosition } from './position-cost.ts'
import { largestGross } from './sums.ts'

/** What of a line can be asked for. */
export type Unknown = 'workload' | 'months' | 'monthlyCost' | 'amount'

/** The most money that can be typed, in öre: 100 000 000 000 kr. */
const mostMoney = 1e13

/**
 * What of a line makes sense to ask for: the parts of a position, or the amount of any other line; the monthly
 * cost, too, where workload and months wait for it. What changes nothing is left out, unless nothing else is left.
 */
export function unknownsOf(line: LineFacts): readonly Unknown[] {
  const all: readonly Unknown[] = isPosition(line)
    ? ['months', 'workload', 'monthlyCost']
    : line.amount === null
      ? ['monthlyCost', 'amount']
      : ['amount']
  const useful = all.filter((unknown) => thousandthsPer(unknown, line) !== 0n)
  return useful.length > 0 ? useful : all
}

/**
 * The most that the unknown may be, in its own unit and without its sign: what can be typed, and what leaves the
 * amount within what a budget can hold.
 *
 * @param sign - 1 or −1; what cannot be negative is 0 at most
 */
export function mostSize(unknown: Unknown, line: LineFacts, sign: number): number {
  const isMoney = unknown === 'monthlyCost' || (unknown === 'amount' && line.kind !== 'REVENUE')
  if (sign < 0 && !isMoney) return 0 // a revenue's amount is typed without its minus
  const typed = { workload: 100_000, months: 120, monthlyCost: mostMoney, amount: mostMoney }
  const perOne = thousandthsPer(unknown, line)
  const held = (1000n * BigInt(largestGross)) / (perOne < 0n ? -perOne : perOne)
  return held < BigInt(typed[unknown]) ? Number(held) : typed[unknown]
}

/** The line with a value for the unknown, in its own unit: per cent, tenths of months or öre. */
export function lineWith(line: LineFacts, unknown: Unknown, value: number): LineFacts {
  const figure = value as Ore
  return unknown === 'monthlyCost'
    ? { ...line, monthlyCost: figure, amount: null }
    : { ...line, [unknown]: figure }
}

/** Thousandths of an öre that one of the unknown adds to the line's amount, signed. */
export function thousandthsPer(unknown: Unknown, line: LineFacts): bigint {
  const [workload, months, cost] = [line.workload, line.months, line.monthlyCost].map((value) =>
    BigInt(value ?? 0),
  ) as [bigint, bigint, bigint]
  const size = {
    workload: months * cost,
    months: workload * cost,
    monthlyCost: workload * months,
    amount: 1000n,
  }[unknown]
  return line.kind === 'REVENUE' ? -size : size
}
