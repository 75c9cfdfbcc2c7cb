import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { Fault } from '@andel/schema/fault'

/** The statistics offices that are asked unless the setting `STATISTICS_HOSTS` names others. */
const defaultHosts = [
  'statistikdatabasen.scb.se',
  'www.statistikdatabasen.scb.se',
  'api.scb.se',
  'api.kolada.se',
  'data.ssb.no',
  'statfin.stat.fi',
  'pxdata.stat.fi',
  'pxweb.asub.ax',
  'px.hagstofa.is',
  'andmed.stat.ee',
  'data.stat.gov.lv',
] as const

const entry = /^([\w.-]+(?::\d+)?|\[[\da-f:]+\](?::\d+)?)(?:=(https?:\/\/[^/\s]+))?$/i
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

/** Whether a text is a host as the setting names it: `api.scb.se`, `127.0.0.1:4100`, `api.scb.se=https://mirror.example`. */
export function isHostEntry(text: string): boolean {
  const [, , origin] = entry.exec(text) ?? []
  const isPlainHttp = origin?.toLowerCase().startsWith('http:') ?? false
  return entry.test(text) && (!isPlainHttp || loopback.test(origin!.slice('http://'.length)))
}

/** Where one may ask. */
export interface OfficeUrl {
  /** Whom to ask: the office, or who is asked in its place. */
  readonly url: URL
  readonly mayBePrivate: boolean
}

/** The hosts that may be asked, and who is asked in the place of some. */
export class OfficeHosts {
  private readonly origins: ReadonlyMap<string, string>
  private readonly mayBePrivate: boolean

  /** @param entries - as the setting has them; the known offices when it is not set */
  constructor(entries: readonly string[] | undefined) {
    // whoever names a host of their own network means it
    this.mayBePrivate = entries !== undefined
    this.origins = new Map(
      (entries ?? defaultHosts).map((text) => {
        const [, host = '', origin] = entry.exec(text) ?? []
        const own = `${loopback.test(host) ? 'http' : 'https'}://${host}`
        return [host.toLowerCase(), origin ?? own]
      }),
    )
  }

  /** @throws {Fault} `OFFICE_NOT_ALLOWED` for any other host, another protocol, or an address with a name and password */
  allow(address: string | URL): OfficeUrl {
    const url = URL.parse(address)
    const origin = url && this.origins.get(url.host.toLowerCase())
    const isMeant = url !== null && (url.protocol === 'https:' || origin === url.origin)
    if (!origin || !isMeant || url.username !== '' || url.password !== '')
      throw new Fault('OFFICE_NOT_ALLOWED', { host: url?.host ?? String(address).slice(0, 80) })
    const { mayBePrivate } = this
    return { url: new URL(url.pathname + url.search, origin), mayBePrivate }
  }
}

const closed = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(network, bits, 'ipv6')

/** Whether an address lies in no public network. IPv4 within IPv6 counts as what it stands for. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  return closed.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** @throws {Fault} `OFFICE_NOT_ALLOWED` when a name leads into a private network; what `lookup` throws */
export async function checkResolved({ url, mayBePrivate }: OfficeUrl): Promise<void> {
  if (mayBePrivate) return
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true })
  if (found.some(({ address }) => isPrivate(address)))
    throw new Fault('OFFICE_NOT_ALLOWED', { host: url.host })
}
