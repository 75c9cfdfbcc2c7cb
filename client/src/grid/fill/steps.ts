import { formatDecimal } from '@andel/schema/money'
import { rescale, type Scaled } from '../exact-decimal.ts'

/** The difference between each whole number and the next, when it is the same everywhere; 1 for a single one. */
export function constantStep(values: readonly number[]): number | undefined {
  const [first = 0, second = first + 1] = values
  const step = second - first
  return values.every((value, index) => value === first + index * step) ? step : undefined
}

/** The numbers that follow in a row with a constant difference, exactly; nothing when there is none. */
export function continueNumbers(
  values: readonly Scaled[],
  count: number,
  alone: 1 | -1,
): readonly string[] | undefined {
  const places = Math.max(0, ...values.map((value) => value.places))
  const units = values.map((value) => rescale(value, places))
  const [first = 0n, second] = units
  const step = second === undefined ? BigInt(alone) * 10n ** BigInt(places) : second - first
  if (!units.every((unit, index) => unit === first + BigInt(index) * step)) return undefined
  return Array.from({ length: count }, (_, index) =>
    formatDecimal(first + BigInt(units.length + index) * step, places),
  )
}
