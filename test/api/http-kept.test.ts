import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

let api: Api
let statements = 0
beforeAll(async () => {
  api = await Api.start()
  const logger = api.app.orm.config.getLogger()
  logger.logQuery = () => void statements++
  logger.isEnabled = () => true
})
afterAll(() => api[Symbol.asyncDispose]())

const budget = '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id total } } }'
const json = { 'content-type': 'application/json' }

const post = (query: string, headers: object = {}, rest: object = {}): Promise<Response> =>
  api.fetch(`/graphql`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ query, ...rest }),
  })
const get = (query: string, headers: object = {}, method = 'GET'): Promise<Response> =>
  api.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
    method,
    headers: { ...headers },
  })

/** Statements that a request needed. */
async function costOf(request: () => Promise<Response>): Promise<number> {
  const before = statements
  await (await request()).arrayBuffer()
  return statements - before
}
async function edit(): Promise<void> {
  const found = (await (await post(budget)).json()) as {
    data: { jointService: { budget: { id: string } } }
  }
  const input = {
    budgetId: found.data.jointService.budget.id,
    clientMutationKey: randomUUID(),
    edits: [{ addLine: { fields: { description: 'Ny rad', amount: '1000.00' } } }],
  }
  const answer = await api.data(
    'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
    { input },
  )
  expect(answer.editBudget.applied).toBe(true)
}

describe('a query that is asked again', () => {
  it('needs no database while nothing has changed, and is never stale', async () => {
    expect(await costOf(() => post(budget))).toBeGreaterThan(0)
    const before = await (await post(budget)).text()
    expect(await costOf(() => post(budget))).toBe(0)
    expect(await costOf(() => post(budget, { 'cache-control': 'no-cache' }))).toBeGreaterThan(0)
    await edit()
    const after = await (await post(budget)).text()
    expect(JSON.parse(after).data.jointService.budget.total).not.toBe(
      JSON.parse(before).data.jointService.budget.total,
    )
  })

  it('is never stale after a mutation that leaves no change behind', async () => {
    const query = '{ municipalities { nodes { name } } }'
    const saved = await api.data(
      'mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id } } }',
      { input: { name: 'Kommuner', query } },
    )
    const { id } = saved.saveView.view
    const view = `{ node(id: "${id}") { ... on SavedView { name } } }`
    expect(await (await post(view)).text()).toContain('"Kommuner"')
    await api.data(
      'mutation ($input: UpdateViewInput!) { updateView(input: $input) { view { id } } }',
      { input: { id, name: 'Alla kommuner' } },
    )
    expect(await (await post(view)).text()).toContain('"Alla kommuner"')
  })

  it('is another query with other variables, another operation, another media type', async () => {
    const query =
      'query A($c: String!) { municipality(code: $c) { name } } query B { municipality(code: "2309") { name } }'
    const ask = async (rest: object, headers = {}) => {
      const response = await post(query, headers, rest)
      return [response.headers.get('content-type'), await response.text()]
    }
    const variables = { c: '2303' }
    const type = 'application/graphql-response+json'
    for (let round = 0; round < 2; round++) {
      expect((await ask({ operationName: 'A', variables }))[1]).toContain('Ragunda')
      expect((await ask({ operationName: 'A', variables: { c: '2305' } }))[1]).toContain('Bräcke')
      expect((await ask({ operationName: 'B', variables }))[1]).toContain('Krokom')
      expect((await ask({ operationName: 'B' }, { accept: type }))[0]).toContain(type)
      expect((await ask({ operationName: 'B' }))[0]).toContain('application/json')
    }
  })

  it.each(['{ municipality(code: "0000") { name } nonsense }', '{ node(id: "nonsense") { id } }'])(
    'is carried out again when it had errors: %s',
    async (query) => {
      const first = await post(query)
      expect(first.headers.get('cache-control')).toBe('no-store')
      expect(first.headers.get('etag')).toBeNull()
      const again = (await (await post(query)).json()) as { errors: unknown[] }
      expect(again.errors).toHaveLength(1)
    },
  )

  it('is packed for those who take it, in both forms', async () => {
    const query = '{ municipalities(first: 290) { edges { node { code name } } } }'
    const plain = await post(query, { 'accept-encoding': 'identity' })
    for (let round = 0; round < 2; round++) {
      const packed = await post(query, { 'accept-encoding': 'gzip' })
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
      expect(packed.headers.get('vary')).toContain('Accept-Encoding')
    }
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(JSON.parse(await plain.text()).data.municipalities.edges).toHaveLength(290)
  })
})

describe('an entity tag', () => {
  it('saves the answer to whoever has it, until something in it changes', async () => {
    for (const ask of [get, post]) {
      const first = await ask(budget)
      const etag = first.headers.get('etag')!
      expect(etag).toMatch(/^"[^"]+"$/)
      expect(first.headers.get('cache-control')).toBe('private, no-cache')
      const known = await ask(budget, { 'if-none-match': `"other", W/${etag}` })
      expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, etag, ''])
      await edit()
      const other = await ask(budget, { 'if-none-match': etag })
      expect(other.status).toBe(200)
    }
  })

  it('outlives edits of other things', async () => {
    const query = '{ municipality(code: "2303") { name } }'
    const etag = (await get(query)).headers.get('etag')!
    await edit()
    expect((await get(query, { 'if-none-match': etag })).status).toBe(304)
  })

  it('comes with HEAD too, without the answer', async () => {
    const [whole, head] = [await get(budget), await get(budget, {}, 'HEAD')]
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
    expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'))
    expect(await head.text()).toBe('')
  })
})
