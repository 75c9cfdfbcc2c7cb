import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

const send = (path: string, init: RequestInit = {}): Promise<Response> => api.fetch(`${path}`, init)
interface Refused {
  readonly errors: readonly { message: string; extensions: { code: string } }[]
}
const json = { 'content-type': 'application/json' }

describe('over HTTP', () => {
  it('answers a program that asks with GET', async () => {
    const response = await send('/graphql?query={municipality(code:"2303"){name}}', {
      headers: { ...json, accept: 'application/json' },
    })
    expect(await response.json()).toEqual({ data: { municipality: { name: 'Ragunda' } } })
  })

  it.each([
    ['{"query":', 400, 'BAD_REQUEST'],
    [JSON.stringify({ query: ' '.repeat(1_050_000) }), 413, 'BAD_REQUEST'],
    [JSON.stringify({ query: '{ nonsense }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [JSON.stringify({ query: '{' }), 400, 'GRAPHQL_PARSE_FAILED'],
  ])('refuses a bad body as GraphQL errors, without a stack', async (body, status, code) => {
    const response = await send('/graphql', { method: 'POST', headers: json, body })
    expect(response.status).toBe(status)
    const answer = await response.text()
    expect(JSON.parse(answer).errors[0].extensions.code).toBe(code)
    expect(answer).not.toContain('node_modules')
  })

  it.each<[string, string, RequestInit, number, string]>([
    ['PUT', '', { method: 'PUT' }, 405, 'Sänd anropet med GET eller POST.'],
    ['nothing', '', { method: 'POST', headers: json, body: '{}' }, 400, 'Anropet saknar `query`'],
    ['several', '', { method: 'POST', headers: json, body: '[{}]' }, 400, 'Sänd ett anrop i taget'],
    [
      'no JSON',
      '',
      { method: 'POST', headers: json, body: 'x' },
      400,
      'Anropet är inte giltig JSON',
    ],
    [
      'variables in text',
      '',
      { method: 'POST', headers: json, body: '{"query":"{a}","variables":"{}"}' },
      400,
      '`variables` ska vara ett objekt.',
    ],
    [
      'a picture',
      '?query={__typename}',
      { headers: { accept: 'image/png' } },
      406,
      'Svaret kan ges',
    ],
  ])('refuses %s in Swedish', async (_what, search, init, status, message) => {
    const response = await send(`/graphql${search}`, init)
    const { errors } = (await response.json()) as Refused
    expect([response.status, errors[0]!.message]).toEqual([
      status,
      expect.stringContaining(message),
    ])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['{ municipalities(first: -1) { totalCount } }', 'BAD_INPUT', 'Something is missing'],
    ['', 'BAD_REQUEST', 'The request lacks `query`'],
    [' '.repeat(1_050_000), 'BAD_REQUEST', 'The request is larger than 1 MiB.'],
  ])('tells those who would rather have it in English: %.50s', async (query, code, message) => {
    const headers = { ...json, 'accept-language': 'en-GB, sv;q=0.5' }
    const body = JSON.stringify({ query })
    const { errors } = (await (
      await send('/graphql', { method: 'POST', headers, body })
    ).json()) as Refused
    expect(errors[0]!.extensions.code).toBe(code)
    expect(errors[0]!.message).toContain(message)
  })

  it('takes a packed request too', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' }
    const body = gzipSync('{"query":"{ __typename }"}')
    const response = await send('/graphql', { method: 'POST', headers, body })
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  it('gives the page for every address of the client, and 404 for a missing file', async () => {
    const page = await send('/samverkan/familjehemscentrum/2022')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="app">')
    expect((await send('/assets/none.js')).status).toBe(404)
  })
})
