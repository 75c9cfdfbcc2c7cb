/** No address is longer than this; browsers and proxies take no more either. */
const longest = 2000

/**
 * Where to go on after signing in: the path that was asked for when it is one of Andel's own, and the start page otherwise. So
 * no link to Andel leads elsewhere, whatever stands in it.
 *
 * A path begins with one slash. Two, or one turned the other way, would name another host; characters that browsers leave
 * out of addresses (tabs, line ends) could hide them.
 *
 * @param asked - as it stands in an address, not escaped any more
 */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > longest) return '/'
  // eslint-disable-next-line no-control-regex -- it is those that must not be there
  if (!/^\/[^\\\u0000-\u0020\u007f-\u009f]*$/.test(asked)) return '/'
  const [path = '/'] = asked.split(/[?#]/, 1)
  return path.includes('//') ? '/' : asked
}
