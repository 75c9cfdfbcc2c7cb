/** Seconds before the next try, after the first, second … failure. */
const seconds = [0.5, 1, 2, 4, 8, 15, 30]

/**
 * Milliseconds to wait before trying again. No two browsers wait equally long, so that they do not all come back at once when a
 * server does.
 *
 * @param failures - how many tries in a row have failed, from 0
 * @param chance - from 0 to 1
 */
export function waitAfter(failures: number, chance: number): number {
  const most = seconds[Math.min(failures, seconds.length - 1)]!
  return Math.round(most * 1000 * (0.5 + chance / 2))
}
