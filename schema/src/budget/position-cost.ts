import { Fault } from '../fault.ts'
import { ore, type Ore } from '../money/ore.ts'
import type { LineFacts } from './facts.ts'

/** Twelve months in tenths. */
const wholeYear = 120

/** A line with a monthly cost is a position: its amount follows from its parts. */
export function isPosition<L extends Pick<LineFacts, 'monthlyCost'>>(
  line: L,
): line is L & { readonly monthlyCost: Ore } {
  return line.monthlyCost !== null
}

/**
 * What a position costs: workload × months × monthly cost, exactly; half an öre is rounded away from zero.
 *
 * @param workload - whole per cent of full time: 100 is one post; null counts as 0
 * @param months - tenths of months: 60 is six; null counts as 0
 * @throws {Fault} `BAD_WORKLOAD`, `BAD_MONTHS`, `BAD_AMOUNT`
 */
export function positionCost(
  workload: number | null,
  months: number | null,
  monthlyCost: number,
): Ore {
  const percent = workload ?? 0
  const tenths = months ?? 0
  if (!isWholeWithin(percent, 100_000)) throw new Fault('BAD_WORKLOAD', { workload: percent })
  if (!isWholeWithin(tenths, wholeYear)) throw new Fault('BAD_MONTHS', { months: tenths })
  const exact = ore(monthlyCost) * percent * tenths // in thousandths of an öre
  if (Number.isSafeInteger(exact)) {
    const size = Math.abs(exact)
    const part = size % 1000
    const whole = (size - part) / 1000 + (part >= 500 ? 1 : 0)
    return ore(exact < 0 ? -whole : whole)
  }
  const product = BigInt(monthlyCost) * BigInt(percent * tenths)
  return ore(Number((product + (product < 0n ? -500n : 500n)) / 1000n)) // BigInt division cuts towards zero
}

function isWholeWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most
}
