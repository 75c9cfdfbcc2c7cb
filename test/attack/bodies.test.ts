// Expected: 400, 411, 413, 415 or 431 BAD_REQUEST; nothing is read, memory stays
import { request } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

/** 990 MiB of zeros, one after the other: unpacked only as far as anybody reads. */
const bomb = Buffer.concat(Array(990).fill(gzipSync(Buffer.alloc(1024 * 1024), { level: 9 })))

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Buffer
}

/** As any program may, also what `fetch` does not send. */
function send({ method = 'POST', path = '/graphql', headers = {}, body }: Sent) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(`${api.address}${path}`, { method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
    })
    sent.on('error', reject).end(body)
  })
}

const json = { 'content-type': 'application/json' }
const query = '{"query":"{ __typename }"}'
const told = ({ status, text }: { status: number; text: string }) => {
  const { errors } = JSON.parse(text)
  return [status, errors[0].extensions.code]
}

describe('a body that is none', () => {
  it.each([
    'utf-16',
    'UTF-16LE',
    'latin1',
    'iso-8859-1',
    'utf-7',
    'utf-32',
    'nonsense',
    '"utf-16"',
  ])('is refused in the charset %s', async (charset) => {
    const headers = { 'content-type': `application/json; charset=${charset}` }
    expect(told(await send({ headers, body: query }))).toEqual([415, 'BAD_REQUEST'])
  })

  it.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8'])('is taken in %s', async (charset) => {
    const headers = { 'content-type': `application/json;charset=${charset}` }
    expect((await send({ headers, body: query })).status).toBe(200)
  })

  it.each<[string, Sent, number]>([
    ['nothing at all', { headers: {} }, 400],
    ['nothing, as JSON', { headers: json }, 400],
    ['no type', { headers: {}, body: query }, 400],
    ['a list of queries', { headers: json, body: `[${query},${query}]` }, 400],
    ['a thousand queries', { headers: json, body: `[${Array(1000).fill(query).join()}]` }, 400],
    ['half of it', { headers: json, body: query.slice(0, 10) }, 400],
    ['JSON that is no object', { headers: json, body: '7' }, 400],
    [
      'a form',
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent('{__typename}')}`,
      },
      415,
    ],
    ['text', { headers: { 'content-type': 'text/plain' }, body: query }, 415],
    [
      'a query as it is',
      { headers: { 'content-type': 'application/graphql' }, body: '{__typename}' },
      415,
    ],
    [
      'something packed in a way nobody knows',
      { headers: { ...json, 'content-encoding': 'zip', 'content-length': '26' }, body: query },
      415,
    ],
    [
      'something that only says it is packed',
      { headers: { ...json, 'content-encoding': 'gzip' }, body: query },
      400,
    ],
    [
      'more than 1 MiB',
      { headers: json, body: JSON.stringify({ query: ' '.repeat(1_048_600) }) },
      413,
    ],
    ['lists 100 000 deep', { headers: json, body: '['.repeat(100_000) + ']'.repeat(100_000) }, 400],
  ])('is refused: %s', async (_name, sent, status) => {
    expect(told(await send(sent))).toEqual([status, 'BAD_REQUEST'])
  })

  it('is refused when it is huge once unpacked', async () => {
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const headers = { ...json, 'content-encoding': 'gzip' }
    const { rss } = process.memoryUsage()
    expect(told(await send({ headers, body: bomb }))).toEqual([413, 'BAD_REQUEST'])
    expect(process.memoryUsage().rss - rss).toBeLessThan(100 * 1024 * 1024)
    const wound = brotliCompressSync(Buffer.alloc(8 * 1024 * 1024))
    expect(
      told(await send({ headers: { ...json, 'content-encoding': 'br' }, body: wound })),
    ).toEqual([413, 'BAD_REQUEST'])
  })

  it('may be 4 MiB once unpacked, when it says how long it is', async () => {
    const large = JSON.stringify({
      query: '{ __typename }',
      extensions: { x: 'x'.repeat(3_000_000) },
    })
    const headers = { ...json, 'content-encoding': 'gzip' }
    expect((await send({ headers, body: gzipSync(large) })).status).toBe(200)
    const unsaid = { ...headers, 'transfer-encoding': 'chunked' }
    expect(told(await send({ headers: unsaid, body: gzipSync(large) }))).toEqual([
      411,
      'BAD_REQUEST',
    ])
  })
})

describe('an address that asks', () => {
  it.each<[string, string, number]>([
    ['twice', '?query={__typename}&query={__typename}', 400],
    ['nothing', '', 400],
    ['with variables that are no JSON', '?query={__typename}&variables={', 400],
    ['to change something', '?query=mutation{__typename}', 405],
    ['with brackets without end', `?query=${'{a'.repeat(1000)}`, 400],
  ])('%s, is refused', async (_name, search, status) => {
    expect((await send({ method: 'GET', path: `/graphql${search}` })).status).toBe(status)
  })

  it('with headers of 17 000 characters, is refused', async () => {
    const headers = { cookie: `a=${'x'.repeat(17_000)}` }
    expect(
      (await send({ method: 'GET', path: '/graphql?query={__typename}', headers })).status,
    ).toBe(431)
  })
})
