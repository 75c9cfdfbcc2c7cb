import type { Written } from './history.ts'

/** Characters of an address that every mail program and browser leaves whole. */
const longest = 8000
/** Characters that a query may have once it is unpacked. */
const largest = 200_000

/** The part of the address after `#` that carries a query, packed; undefined when it would be too long. */
export async function toSharedAddress({ query, variables }: Written): Promise<string | undefined> {
  const bytes = await through(
    new Blob([JSON.stringify([query, variables])]),
    new CompressionStream('deflate-raw'),
  )
  const hash = `#q=${toBase64Url(new Uint8Array(bytes))}`
  return hash.length > longest ? undefined : hash
}

/** The query that an address carries; undefined when it carries none that can be read. */
export async function fromSharedAddress(hash: string): Promise<Written | undefined> {
  const packed = /^#q=([\w-]+)$/.exec(hash)?.[1]
  if (packed === undefined || hash.length > longest) return undefined
  try {
    const text = await through(
      new Blob([fromBase64Url(packed)]),
      new DecompressionStream('deflate-raw'),
    )
    if (text.byteLength > largest) return undefined
    const [query, variables] = JSON.parse(new TextDecoder().decode(text)) as unknown[]
    return typeof query === 'string' && typeof variables === 'string'
      ? { query, variables }
      : undefined
  } catch {
    return undefined
  }
}

function through(blob: Blob, stream: CompressionStream | DecompressionStream) {
  return new Response(blob.stream().pipeThrough(stream)).arrayBuffer()
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))
}
