import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { fetchPacked } from './pack-request.ts'

async function sent(body: string) {
  const told = vi.fn<typeof fetch>(async () => new Response('{}'))
  vi.stubGlobal('fetch', told)
  await fetchPacked('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const request = new Request('http://localhost/graphql', told.mock.calls[0]![1])
  return { headers: request.headers, bytes: Buffer.from(await request.arrayBuffer()) }
}

describe('fetchPacked', () => {
  it('leaves a usual request as it is', async () => {
    const { headers, bytes } = await sent('{"query":"{ å }"}')
    expect(headers.get('content-encoding')).toBeNull()
    expect(bytes.toString()).toBe('{"query":"{ å }"}')
  })

  it('packs a large one, with its other headers', async () => {
    const body = JSON.stringify({ query: 'å'.repeat(2_000_000) })
    const { headers, bytes } = await sent(body)
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-type')).toBe('application/json')
    expect(bytes.length).toBeLessThan(100_000)
    expect(gunzipSync(bytes).toString()).toBe(body)
  })
})
