import { isIP } from 'node:net'

/** A part of the internet as "192.0.2.0/24" or "2001:db8:1::/48": too large to be one person's. */
export type Network = string & { readonly __network: never }

/**
 * The network that an address belongs to, with all that tells a single machine left out.
 *
 * @param address - IPv4 or IPv6, also IPv4 as "::ffff:192.0.2.7"
 * @returns null for what is no address
 */
export function networkOf(address: string | undefined): Network | null {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? ''
  const kind = isIP(plain)
  if (kind === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24` as Network
  if (kind !== 6) return null
  return `${firstGroups(plain)
    .join(':')
    .replace(/(:?\b0)+$/, '')}::/48` as Network
}

/** The first three groups of an IPv6 address, in their shortest form. */
function firstGroups(address: string): string[] {
  const [before = '', after] = address.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const missing = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  return groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16))
}
