/** A decimal as a whole number of its last place: "-35.01" is -3501 with 2 places. */
export interface Scaled {
  readonly digits: bigint
  readonly places: number
}

/** Reads an exact decimal, as `CellContent` has it. */
export function toScaled(exact: string): Scaled {
  const point = exact.indexOf('.')
  if (point < 0) return { digits: BigInt(exact), places: 0 }
  const digits = exact.slice(0, point) + exact.slice(point + 1)
  return { digits: BigInt(digits), places: exact.length - point - 1 }
}

/** The same number counted in smaller places. */
export function rescale({ digits, places }: Scaled, to: number): bigint {
  return digits * 10n ** BigInt(to - places)
}

/** Below 0 when `a` is the smaller number, above 0 when it is the larger, 0 when they are equal: 1.5 and 1.50 are. */
export function compareScaled(a: Scaled, b: Scaled): number {
  const places = Math.max(a.places, b.places)
  const [left, right] = [rescale(a, places), rescale(b, places)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Divides and rounds half away from zero; `divisor` > 0. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}
