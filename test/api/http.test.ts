import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

const send = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${api.address}${path}`, init)
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
    [JSON.stringify({ query: ' '.repeat(4_400_000) }), 413, 'BAD_REQUEST'],
    [JSON.stringify({ query: '{ nonsense }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [JSON.stringify({ query: '{' }), 400, 'GRAPHQL_PARSE_FAILED'],
  ])('refuses a bad body as GraphQL errors, without a stack', async (body, status, code) => {
    const response = await send('/graphql', { method: 'POST', headers: json, body })
    expect(response.status).toBe(status)
    const answer = await response.text()
    expect(JSON.parse(answer).errors[0].extensions.code).toBe(code)
    expect(answer).not.toContain('node_modules')
  })

  it('gives the page for every address of the client, and 404 for a missing file', async () => {
    const page = await send('/samverkan/familjehemscentrum/2022')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="app">')
    expect((await send('/assets/none.js')).status).toBe(404)
  })
})
