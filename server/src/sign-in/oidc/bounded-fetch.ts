import type { CustomFetch } from 'openid-client'

/** Bytes of an answer, unpacked. Metadata, keys and tokens are far below. */
const largest = 512 * 1024

/**
 * `fetch`, of an answer that is read whole before anybody looks at it, and never more of it than would do any good.
 *
 * @throws {RangeError} when the answer is larger
 */
export const boundedFetch: CustomFetch = async (url, options) => {
  const { status, headers, body } = await fetch(url, options as RequestInit)
  return new Response(body && (await readBounded(body)), { status, headers })
}

async function readBounded(body: ReadableStream<Uint8Array>): Promise<Buffer<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size > largest) throw new RangeError(`The answer is larger than ${largest} bytes.`)
    parts.push(part)
  }
  return size === 0 ? null : Buffer.concat(parts)
}
