/** Characters and segments of a path, at most. */
const longest = 200
const mostSegments = 20

/**
 * The path of a request's target without what may be a secret or somebody's name: no query, no host or password before it, and
 * nothing long enough to be a code.
 */
export function loggablePath(target: string): string {
  const path = target.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/s, '')
  return path.split('/', mostSegments).map(withoutSecret).join('/').slice(0, longest)
}

function withoutSecret(segment: string, index: number, segments: readonly string[]): string {
  const before = segments.slice(0, index).join('/')
  if (before === '/views' || before === '/budgets') return segment // ids, which open nothing
  const isSecret = before === '/sign-in/demo' || segment.length >= 20 || /@|%40/.test(segment)
  return isSecret && segment !== '' && before !== '/assets' ? '…' : segment
}
