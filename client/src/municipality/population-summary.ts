import type { TextKey, TextValues } from '../text/useText.ts'
import type { Reading } from './population-chart.ts'

interface Words {
  readonly count: (n: number) => string
  readonly date: (on: string) => string
  readonly percent: (percent: string, decimals: number) => string
}

/** From the first reading to the last in one sentence: its name and what it quotes. Oldest reading first. */
export function summarise(
  readings: readonly Reading[],
  { count, date, percent }: Words,
): [key: TextKey, values: TextValues] | undefined {
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return undefined
  const ends = {
    first: date(first.on),
    last: date(last.on),
    before: count(first.inhabitants),
    after: count(last.inhabitants),
  }
  if (first.on === last.on) return ['municipality.single', ends]
  const change = last.inhabitants - first.inhabitants
  if (change === 0) return ['municipality.same', ends]
  const size = percent(((100 * change) / first.inhabitants).toFixed(1), 1)
  return change > 0
    ? ['municipality.grew', { ...ends, percent: `+${size}` }]
    : ['municipality.shrank', { ...ends, percent: size }]
}
