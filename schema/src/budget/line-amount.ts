import { ore, type Ore } from '../money/ore.ts'
import type { LineFacts } from './facts.ts'
import { isPosition, positionCost } from './position-cost.ts'

/**
 * What a line adds to the budget, signed: a revenue counts as negative. A line where nothing is typed yet
 * is 0.
 *
 * @throws {Fault} `BAD_WORKLOAD`, `BAD_MONTHS`, `BAD_AMOUNT`
 */
export function lineAmount(line: LineFacts): Ore {
  const size = isPosition(line)
    ? positionCost(line.workload, line.months, line.monthlyCost)
    : ore(line.amount ?? 0)
  return line.kind === 'REVENUE' ? ore(-size) : size
}
