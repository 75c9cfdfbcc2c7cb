import type { ResidualRule } from './key.ts'
import { byRemainder, exactParts } from './split-exact.ts'

/** How something whole was shared out, seen from one participant: steps of a share, or units of money. */
export interface Apportionment {
  /** What was shared out, without sign: steps, or öre. */
  readonly whole: number
  /** 1 step, or the öre of one unit. */
  readonly unit: number
  /** What the participant had in whole units before anything spare was given out; steps, or öre. */
  readonly floor: number
  /** What its exact part had beyond that: remainder / divisor of a unit. */
  readonly remainder: bigint
  readonly divisor: bigint
  /** How many whole units there were to give out. */
  readonly spare: number
  /** The part of `whole` that is smaller than one unit. */
  readonly rest: number
  /** The participant's place by remainder, from 1; equal ones by municipality code. */
  readonly place: number
  /** Somebody with the same remainder received something else: the code decided between them. */
  readonly tied: boolean
  /** What the participant received beyond `floor`. */
  readonly received: number
  /** Indices of all that received something, in the order in which they did. */
  readonly receivers: readonly number[]
}

/**
 * Follows one participant through a split. Done when asked for, with the exact rule; the result is that of
 * `Split.shareOut`.
 *
 * @param whole - steps, or öre ≥ 0
 * @param sum - what the parts are parts of
 * @param index - whom to follow
 */
export function traceApportionment(
  whole: number,
  unit: number,
  parts: readonly bigint[],
  sum: bigint,
  rule: ResidualRule,
  heir: number,
  index: number,
): Apportionment {
  const divisor = sum * BigInt(unit)
  const all = exactParts(whole, parts, divisor)
  const { floor, remainder } = all[index]!
  const order = byRemainder(all).map((part) => part.index)
  const rest = whole % unit
  const spare = (whole - rest) / unit - all.reduce((given, part) => given + Number(part.floor), 0)

  const extra = new Map<number, number>() // what each received, in the order of receiving
  if (rule === 'EACH_ALONE') {
    for (const part of all) if (2n * part.remainder >= divisor) extra.set(part.index, unit)
  } else if (rule === 'LARGEST_REMAINDER') {
    for (const next of order.slice(0, spare)) extra.set(next, unit)
    if (rest > 0) extra.set(order[spare]!, rest)
  } else if (spare > 0 || rest > 0) {
    extra.set(heir, spare * unit + rest)
  }

  const received = extra.get(index) ?? 0
  return {
    whole,
    unit,
    floor: Number(floor) * unit,
    remainder,
    divisor,
    spare,
    rest,
    place: order.indexOf(index) + 1,
    tied: all.some(
      (other) => other.remainder === remainder && (extra.get(other.index) ?? 0) !== received,
    ),
    received,
    receivers: [...extra.keys()],
  }
}
