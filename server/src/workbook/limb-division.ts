import { digit, limb, limbPair, limbsOfNumber, low, lowOf } from './exactness.ts'

/**
 * amount × weight ÷ divisor in whole units and a remainder, for numbers of several groups of digits, as cells of a
 * spreadsheet can have it. From an estimate of the units, one too many at most, follows
 * difference = amount × weight − estimate × divisor, group by group; where it is negative, the estimate was one too many,
 * and the divisor is added back.
 */
export interface DivisionCells {
  /** An even number of groups: of the weight, the divisor and the difference. */
  readonly groups: number
  readonly amount: readonly string[]
  readonly weight: (group: number) => string
  readonly divisor: (group: number) => string
  /** Two groups as one number, as `remainder` has them. */
  readonly divisorPair: (pair: number) => string
  readonly estimate: string
  /** With what carries over to the next group still in it. */
  readonly difference: (group: number) => string
  readonly units: string
  /** With what carries over to the next pair still in it: `settled` is without. */
  readonly remainder: (pair: number) => string
}

/** The formula of a group of the difference. */
export function differenceFormula(cells: DivisionCells, group: number): string {
  const { amount, weight, divisor, estimate, difference } = cells
  const terms: string[] = []
  for (let low = 0; low < limbsOfNumber && low <= group; low++) {
    const part = amount[low]
    if (part !== undefined) terms.push(`+${part}*${weight(group - low)}`)
    terms.push(`-${digit(estimate, low)}*${divisor(group - low)}`)
  }
  const carried = group === 0 ? '' : `+INT(${difference(group - 1)}/${limb})`
  return `${terms.join('').replace(/^\+/, '')}${carried}`
}

/** The formula of the whole units. */
export const unitsFormula = ({ groups, estimate, difference }: DivisionCells): string =>
  `${estimate}-(${low(difference(groups - 1))}>=${limb / 2})`

/** The formula of a pair of the remainder. */
export function remainderFormula(cells: DivisionCells, pair: number): string {
  const { groups, difference, divisorPair, estimate, units, remainder } = cells
  const upper = low(difference(2 * pair + 1))
  const isTop = 2 * pair + 2 === groups
  const signed = isTop ? `(${upper}-${limb}*(${upper}>=${limb / 2}))` : upper
  const carried = pair === 0 ? '' : `+(${remainder(pair - 1)}>=${limbPair})`
  return `${low(difference(2 * pair))}+${limb}*${signed}+(${estimate}-${units})*${divisorPair(pair)}${carried}`
}

/** A pair of the remainder without what carries over; works on ranges too. */
export const settled = (remainder: string, isTop: boolean): string =>
  isTop ? remainder : `(${remainder}-${limbPair}*(${remainder}>=${limbPair}))`

/** The same in figures. */
export interface Division {
  readonly estimate: number
  readonly difference: readonly number[]
  readonly units: number
  readonly remainder: readonly number[]
}

/**
 * What the formulas come to.
 *
 * @param amount - groups of digits
 * @param weight - groups
 * @param divisor - groups, as many
 * @param estimate - of the units; one too many at most
 */
export function divide(
  amount: readonly number[],
  weight: readonly number[],
  divisor: readonly number[],
  estimate: number,
): Division {
  const groups = divisor.length
  const guess = [
    lowOf(estimate),
    lowOf(Math.floor(estimate / limb)),
    Math.floor(estimate / limbPair),
  ]
  const difference: number[] = []
  for (let group = 0; group < groups; group++) {
    let sum = group === 0 ? 0 : Math.floor(difference[group - 1]! / limb)
    for (let place = 0; place < limbsOfNumber && place <= group; place++) {
      sum += (amount[place] ?? 0) * weight[group - place]! - guess[place]! * divisor[group - place]!
    }
    difference.push(sum)
  }
  const isBelow = lowOf(difference[groups - 1]!) >= limb / 2
  const remainder: number[] = []
  for (let pair = 0; 2 * pair < groups; pair++) {
    const upper = lowOf(difference[2 * pair + 1]!)
    const isTop = 2 * pair + 2 === groups
    const signed = isTop && upper >= limb / 2 ? upper - limb : upper
    const added = isBelow ? divisor[2 * pair]! + limb * divisor[2 * pair + 1]! : 0
    const carried = pair > 0 && remainder[pair - 1]! >= limbPair ? 1 : 0
    remainder.push(lowOf(difference[2 * pair]!) + limb * signed + added + carried)
  }
  return { estimate, difference, units: isBelow ? estimate - 1 : estimate, remainder }
}
