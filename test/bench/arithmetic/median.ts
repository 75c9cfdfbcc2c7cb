/** One thing to measure; called with the number of the round, so that every edit differs from the one before. */
export type Work = (round: number) => void

interface Budget {
  readonly rounds: number
  /** No new round is begun after this many milliseconds. */
  readonly ms: number
}

/**
 * Medians of alternating runs in milliseconds: A B C, C B A, A B C, …, so that whatever else the machine does
 * hits all of them alike. What takes microseconds is repeated within a round.
 */
export function medians<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds, ms }: Budget,
): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >
  const repeats = Object.fromEntries(names.map((name) => [name, warmUp(works[name])])) as Record<
    Name,
    number
  >
  const start = performance.now()
  for (let round = 0; round < rounds; round++) {
    if (round >= 3 && performance.now() - start > ms) break
    const order = round % 2 === 0 ? names : names.toReversed()
    for (const name of order) times[name].push(time(works[name], repeats[name], round))
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<
    Name,
    number
  >
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Runs it until the compiler has seen enough, and says how often it fits into some 5 ms. */
function warmUp(work: Work): number {
  let runs = 0
  const start = performance.now()
  while (runs < 2 || performance.now() - start < 200) work(runs++)
  const each = (performance.now() - start) / runs
  return Math.max(1, Math.min(1000, Math.floor(5 / each)))
}

function time(work: Work, repeats: number, round: number): number {
  const start = performance.now()
  for (let i = 0; i < repeats; i++) work(round * repeats + i)
  return (performance.now() - start) / repeats
}

/** @param part - in per cent: 95 is the value that 95 of 100 do not exceed */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * part) / 100))] ?? Number.NaN
}
