import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

const folder = (name: string): string =>
  fileURLToPath(new URL(`../../schema/${name}`, import.meta.url))
const files = ['examples', 'operations'].flatMap((name) =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => `${name}/${file}`),
)
const read = (file: string): string => readFileSync(folder(file), 'utf8')

const accepted = [
  '*/*',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
]
/** What the operations of the client ask for by variable, all but ids. */
const variables = {
  code: '2303',
  first: 20,
  on: '2021-12-31',
  slug: 'familjehemscentrum',
  year: 2022,
}

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Everything that comes back but the time of day. `extensions` is for Apollo alone to make something of. */
async function ask(body: object, accept: string): Promise<unknown> {
  const response = await api.fetch(`/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache', accept },
    body: JSON.stringify(body),
  })
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return { status: response.status, headers, text: await response.text() }
}
const apollo = { extensions: {} }

/** Without the incident, which is another each time. */
const comparable = (answer: unknown): string =>
  JSON.stringify(answer).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'incident')

describe('a query that is answered without Apollo', () => {
  it.each(files)('is answered as with it, to the byte: %s', async (file) => {
    const query = read(file)
    const ids = { id: 'nonsense', language: 'sv' }
    for (const accept of accepted) {
      for (const body of [{ query, variables: { ...variables, ...ids } }, { query }]) {
        const expected = comparable(await ask({ ...body, ...apollo }, accept))
        expect(comparable(await ask(body, accept))).toBe(expected)
      }
    }
  })

  it('leaves to Apollo what is not well-formed', async () => {
    const query = 'query A { municipality(code: "2303") { name } } query B { rateLimit { cost } }'
    for (const rest of [
      {},
      { operationName: 'A' },
      { operationName: '' },
      { operationName: 'C' },
      { operationName: 1 },
      { operationName: 'B', variables: [] },
      { operationName: 'B', variables: null },
      { operationName: 'B', variables: 'x' },
    ]) {
      const expected = await ask({ query, ...rest, ...apollo }, '*/*')
      expect(await ask({ query, ...rest }, '*/*')).toEqual(expected)
    }
  })
})
