// Expected: 403 FOREIGN_REQUEST, 405, 415
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** As a browser would, with its session: `fetch` of Node may not set these headers. */
function send({ method = 'POST', path = '/graphql', headers, body }: Sent) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const own = { ...api.visitor.headers, ...headers }
    const sent = request(`${api.address}${path}`, { method, headers: own }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
    })
    sent.on('error', reject).end(body)
  })
}
const elsewhere = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-dest': 'empty',
}
const query = JSON.stringify({ query: '{ municipality(code: "2303") { name } }' })
const codeOf = (text: string): string => JSON.parse(text).errors[0].extensions.code

describe('a page of somebody else', () => {
  it.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('sends no query as %s', async (type) => {
    const headers = { ...elsewhere, 'content-type': type }
    const { status, text } = await send({ headers, body: query })
    expect([status, codeOf(text)]).toEqual([403, 'FOREIGN_REQUEST'])
  })

  it('reads nothing with a script, even what is kept', async () => {
    const path = '/graphql?query={municipality(code:%222303%22){name}}'
    expect((await send({ method: 'GET', path, headers: {} })).status).toBe(200)
    expect((await send({ method: 'GET', path, headers: elsewhere })).status).toBe(403)
  })

  it('may link to us', async () => {
    const headers = { ...elsewhere, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await send({ method: 'GET', path: '/', headers })).status).toBe(200)
  })

  it('is known by Origin where the browser tells no more', async () => {
    const headers = { 'content-type': 'application/json', origin: 'http://evil.example' }
    expect((await send({ headers, body: query })).status).toBe(403)
    const own = { ...headers, origin: api.address }
    expect((await send({ headers: own, body: query })).status).toBe(200)
  })
})

describe('a form or plain text', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'is no query from anywhere: %s',
    async (type) => {
      const { status, text } = await send({ headers: { 'content-type': type }, body: query })
      expect([status, codeOf(text)]).toEqual([415, 'BAD_REQUEST'])
    },
  )
})

it('takes no mutation with GET', async () => {
  const path = `/graphql?query=${encodeURIComponent('mutation { editBudget(input: { budgetId: "x", clientMutationKey: "00000000-0000-4000-8000-000000000000", edits: [] }) { applied } }')}`
  const { status, text } = await send({ method: 'GET', path, headers: {} })
  expect(status).toBe(405)
  expect(JSON.parse(text).errors[0].message).toBe(
    'Med GET kan man bara läsa. Sänd ändringar med POST.',
  )
})
