import type { ResidualRule, ShareStep } from '../allocation/key.ts'
import { stepsInAll } from '../allocation/rounding-steps.ts'
import type { LineFigures } from './figures.ts'

/** What rounding left over of a line, and who bore it. Lists are in the order of the budget's codes. */
export interface LineResidual {
  readonly rule: ResidualRule
  /** Öre in one unit of the amount step. */
  readonly unit: number
  /** Signed öre: what is left when every share is rounded down to whole units; under EACH_ALONE the line's difference. */
  readonly amount: number
  /** Signed öre that each received beyond its whole units: together `amount`; all 0 under EACH_ALONE, where nobody bears it. */
  readonly received: readonly number[]
  /** The same of the share steps, where the key rounds shares. */
  readonly steps: StepResidual | undefined
}

interface StepResidual {
  readonly step: Exclude<ShareStep, 'NONE'>
  /** Whole steps that were left when every share was rounded down; under EACH_ALONE those that nobody has. */
  readonly spare: number
  /** Steps that each received beyond its whole ones; all 0 under EACH_ALONE. */
  readonly received: readonly number[]
}

/** Worked out from the shares as they are: `undefined` when the line cannot be calculated. */
export function lineResidual(figures: LineFigures): LineResidual | undefined {
  const { split, amount, shares, difference } = figures
  if (!split || amount === undefined) return undefined
  const { rounding, unit, proportions } = split
  const rule = rounding.residualRule
  const sign = amount < 0 ? -1 : 1
  const floors = wholeUnits(Math.abs(amount), unit, proportions.parts, proportions.whole)
  const received = Array.from(shares, (share, index) =>
    rule === 'EACH_ALONE' ? 0 : whole(share - sign * floors[index]! * unit),
  )
  return {
    rule,
    unit,
    amount: rule === 'EACH_ALONE' ? difference : sum(received),
    received,
    steps: stepResidual(split),
  }
}

function stepResidual(split: NonNullable<LineFigures['split']>): StepResidual | undefined {
  const { steps, weights, rounding } = split
  if (!steps || rounding.shareStep === 'NONE') return undefined
  const alone = rounding.residualRule === 'EACH_ALONE'
  const inAll = stepsInAll[rounding.shareStep]
  const floors = wholeUnits(inAll, 1, weights.values, weights.sum)
  const received = steps.counts.map((count, index) => (alone ? 0 : count - floors[index]!))
  return {
    step: rounding.shareStep,
    spare: alone ? inAll - sum(steps.counts) : sum(received),
    received,
  }
}

/** Of something whole, the whole units in each part. */
function wholeUnits(all: number, unit: number, parts: readonly bigint[], sum: bigint): number[] {
  const divisor = sum * BigInt(unit)
  return parts.map((part) => Number((BigInt(all) * part) / divisor))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** No negative zero. */
function whole(value: number): number {
  return value === 0 ? 0 : value
}
