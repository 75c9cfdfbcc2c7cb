import { cpus, loadavg } from 'node:os'
import type { Measured } from './run-load.ts'

/** Percentiles of times, in milliseconds; NaN when there are none. */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** @param times - in milliseconds, in any order */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).sort()
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
}

/** What was promised, and whether it was kept. */
interface Promised {
  readonly text: string
  readonly kept: boolean
}

export function promisesOf(measured: Measured): readonly Promised[] {
  const { answers, arrivals, errors, lost, repeated, memory } = measured
  return [
    { text: 'no errors', kept: errors.length === 0 },
    { text: 'nothing lost, nothing told twice', kept: lost === 0 && repeated === 0 },
    { text: 'p95 of an edit’s answer ≤ 50 ms', kept: answers.p95 <= 50 },
    { text: 'p95 of its arrival ≤ 250 ms', kept: arrivals.p95 <= 250 },
    { text: 'memory of a server ≤ 512 MiB', kept: Math.max(...memory) <= 512 },
  ]
}

/** What was reached, as text. */
export function reportOn(measured: Measured): string {
  const { answers, arrivals, queries, errors, lost, repeated } = measured
  const lines: readonly (readonly string[])[] = [
    ['ms', 'p50', 'p95', 'p99', 'most'],
    ['answer to an edit', ...shown(answers)],
    ['arrival at a watcher', ...shown(arrivals)],
    ['answer to a query', ...shown(queries)],
  ]
  const percent = (cores: number): string => `${(100 * cores).toFixed(0)} %`
  const kinds = [...new Set(errors)].slice(0, 5)
  return [
    ...lines.map(([label, ...cells]) =>
      [label!.padEnd(20), ...cells.map((cell) => cell.padStart(8))].join(''),
    ),
    '',
    ...promisesOf(measured).map(({ text, kept }) => `${kept ? 'kept  ' : 'MISSED'}  ${text}`),
    '',
    `${measured.editsPerSecond.toFixed(1)} edits/s, ${measured.queriesPerSecond.toFixed(1)} queries/s, ${measured.deliveriesPerSecond.toFixed(0)} deliveries/s in ${measured.messagesPerSecond.toFixed(0)} messages/s.`,
    `${errors.length} errors, ${lost} deliveries lost, ${repeated} repeated.`,
    ...kinds.map((kind) => `  ${kind}`),
    `Each server at most ${measured.memory.map((one) => `${one.toFixed(0)} MiB`).join(', ')} and ${measured.processor.map(percent).join(', ')} of a core, the generator ${percent(measured.generator)}; the machine has ${cpus().length}, with ${loadavg()[0]!.toFixed(1)} programs at work.`,
    'Times count from when an edit was due, so that one that has to wait for another counts in full.',
  ].join('\n')
}

const shown = ({ p50, p95, p99, most }: Spread): string[] =>
  [p50, p95, p99, most].map((ms) => ms.toFixed(1))
