/**
 * For how long an office wants to be left alone, in seconds: by `Retry-After` or `X-Rate-Limit-Reset`, which give
 * seconds, a date, or seconds since 1970. Undefined when neither says it.
 *
 * @param now - milliseconds since 1970
 */
export function secondsToWait(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after') ?? headers.get('x-rate-limit-reset')
  if (text === null) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined
  if (seconds !== undefined && seconds < 1_000_000_000) return seconds
  const at = seconds === undefined ? Date.parse(text) : seconds * 1000
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000)
}
