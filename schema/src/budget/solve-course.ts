import type { Split } from '../allocation/split.ts'
import type { Course } from './solve-search.ts'
import { turnsOfShare } from './solve-turns.ts'

/** How a figure follows from the amount of its line, whatever the amount follows from. */
export type FigureCourse = Omit<Course, 'thousandths' | 'most'>

/** About how many shares are worked out at most: a fraction of a second. */
const mostShares = 10_000_000

/** The amount itself. */
export const courseOfAmount: FigureCourse = {
  figureAt: (amount) => amount,
  part: 1n,
  whole: 1n,
  slack: { below: 0, above: 0 },
  unit: 1,
  turnsIn: () => [],
  tries: 1000,
}

/** One participant's share of it. */
export function courseOfShare(split: Split, index: number): FigureCourse {
  const { unit, heir, proportions } = split
  const count = proportions.parts.length
  const shares = new Float64Array(count)
  return {
    figureAt(amount) {
      split.shareOut(amount, shares)
      return shares[index]!
    },
    part: proportions.parts[index]!,
    whole: proportions.whole,
    slack: { below: unit, above: index === heir ? count * unit : unit },
    unit,
    turnsIn: (block) => turnsOfShare(split, index, block),
    tries: Math.ceil(mostShares / count),
  }
}
