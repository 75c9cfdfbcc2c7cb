/** From figures to pixels. */
export type Scale = (value: number) => number

/** A straight scale: the ends of the domain lie at the ends of the range. */
export function linear(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  const span = high - low || 1
  return (value) => from + ((value - low) / span) * (to - from)
}

/**
 * Round levels at an even distance that enclose zero and all the values; zero is always one of them.
 *
 * @param most - about how many steps there is room for
 */
export function levels(values: readonly number[], most = 5): number[] {
  const low = values.reduce((least, value) => Math.min(least, value), 0)
  const high = values.reduce((largest, value) => Math.max(largest, value), 0)
  const rough = Math.max((high - low) / Math.max(most, 1), 1)
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9)
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough * 0.999)!
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step || 0)
}

/** The units that an axis of money is written in, by how many öre they are. */
const axisUnits = [
  ['mnkr', 100_000_000],
  ['tkr', 100_000],
  ['kr', 100],
] as const

/**
 * The largest unit in which every level is a whole number; kronor with decimals when none is.
 *
 * @param ore - levels at an even distance, in öre
 */
export function axisUnit(ore: readonly number[]): (typeof axisUnits)[number] {
  const step = Math.abs((ore[1] ?? 0) - (ore[0] ?? 0))
  return axisUnits.find(([, size]) => step >= size && step % size === 0) ?? axisUnits[2]
}
