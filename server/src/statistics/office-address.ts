/** What an address of a statistics office leads to. */
export type OfficePlace =
  | { readonly kind: 'PXWEB_2'; readonly base: string; readonly table: string }
  | { readonly kind: 'PXWEB_2_DATA'; readonly url: URL }
  | { readonly kind: 'PXWEB_1'; readonly address: string }
  | { readonly kind: 'KOLADA'; readonly address: string }
  /** Anything else: what is there may be a file that can be read. */
  | { readonly kind: 'FILE'; readonly address: string }

const scb = {
  host: /(^|\.)statistikdatabasen\.scb\.se$/,
  api1: 'https://api.scb.se/OV0104/v1/doris',
}

/**
 * Where a pasted address leads: an API's own, or that of a page of the statistics database. Undefined for what is
 * no address.
 */
export function readOfficeAddress(text: string): OfficePlace | undefined {
  const url = URL.parse(text.trim())
  if (!url) return undefined
  const { origin, pathname } = url
  const [, before = '', table, rest] = /^(.*)\/tables\/([^/]+)(?:\/(\w+))?/i.exec(pathname) ?? []
  if (table !== undefined) {
    const isData = rest?.toLowerCase() === 'data' && /valuecodes(\[|%5B)/i.test(url.search)
    if (isData) return { kind: 'PXWEB_2_DATA', url }
    const name = decoded(table)
    return name === undefined ? undefined : { kind: 'PXWEB_2', base: origin + before, table: name }
  }
  if (/\/v\d\/data\/kpi\//.test(pathname)) return { kind: 'KOLADA', address: url.href }
  const page = /\/pxweb\/(\w\w)\/(\w+)\/([^/]+)\/([^/]+)/.exec(pathname)
  if (page && scb.host.test(url.hostname)) {
    const [, language, database, path, name] = page
    const below = `${path!.split('__').join('/')}/${name}`
    return { kind: 'PXWEB_1', address: `${scb.api1}/${language}/${database}/${below}` }
  }
  const id = /\bTAB\d+\b/.exec(url.pathname + url.search + url.hash)?.[0]
  if (id !== undefined) return { kind: 'PXWEB_2', base: `${origin}/api/v2`, table: id }
  return /\/(v1|v0)\/.*\/\w\w\//.test(pathname)
    ? { kind: 'PXWEB_1', address: origin + pathname.replace(/\/$/, '') }
    : { kind: 'FILE', address: url.href }
}

/** Undefined where a % begins nothing. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
