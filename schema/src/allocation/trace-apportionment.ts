import type { ResidualRule } from './key.ts'
import { byRemainder, exactParts } from './split-exact.ts'

/** How something whole was shared out, seen from one participant: steps of a share, or units of money. */
export interface Apportionment {
  /** What was shared out, without sign: steps, or öre. */
  readonly whole: number
  /** 1 step, or the öre of one unit. */
  readonly unit: number
  /** Whole units that everybody had exactly, times `unit`; before anything spare was given out. */
  readonly floor: number
  /** What this participant's exact part had beyond its whole units: remainder / divisor of a unit. */
  readonly remainder: bigint
  readonly divisor: bigint
  /** Spare units there were to give out. */
  readonly spare: number
  /** The part of `whole` that is smaller than one unit. */
  readonly rest: number
  /** This participant's place by remainder, from 1; equal ones by municipality code. */
  readonly place: number
  /** Somebody else had just the same remainder, and only the code decided between them. */
  readonly tied: boolean
  /** What this participant received beyond `floor`; may be negative in nothing, 0 for nobody special. */
  readonly received: number
  /** Indices of all that received something beyond their whole units, in the order they received it. */
  readonly receivers: readonly number[]
}

/**
 * Follows one participant through a split. Done when asked for, with the exact rule; the result is that of
 * `Split.shareOut`.
 *
 * @param whole - steps, or öre ≥ 0
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
  const rest = whole % unit
  const spare = (whole - rest) / unit - all.reduce((given, part) => given + Number(part.floor), 0)
  const order = byRemainder(all)
  const place = order.findIndex((part) => part.index === index) + 1
  const receivers = receiving()
  return {
    whole,
    unit,
    floor: Number(floor) * unit,
    remainder,
    divisor,
    spare,
    rest,
    place,
    tied: all.some((part) => part.index !== index && part.remainder === remainder),
    received: received(),
    receivers,
  }

  function receiving(): number[] {
    if (rule === 'LARGEST_REMAINDER') {
      return order.slice(0, rest > 0 ? spare + 1 : spare).map((part) => part.index)
    }
    if (rule === 'EACH_ALONE') {
      return all.filter((part) => 2n * part.remainder >= divisor).map((part) => part.index)
    }
    return spare > 0 || rest > 0 ? [heir] : []
  }

  function received(): number {
    if (!receivers.includes(index)) return 0
    if (rule === 'LARGEST_SHARE' || rule === 'NAMED') return spare * unit + rest
    return rule === 'LARGEST_REMAINDER' && place > spare ? rest : unit
  }
}
