import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'
import { askTable, csvRows, ndjson, refusal, xlsx } from './tables.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const shares = `query Fordelning { jointService(slug: "familjehemscentrum") { name budget(year: 2022) {
  lines { text: description amount shares { municipality { code } share amount } } } } }`

describe('a query as a table', () => {
  it('has a row for each entry of the deepest list, and repeats what is above', async () => {
    const response = await askTable(api, shares)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=Fordelning.csv')
    const [head, ...rows] = await csvRows(response)
    const budget = 'jointService.budget.lines'
    expect(head).toEqual([
      'jointService.name',
      `${budget}.text`,
      `${budget}.amount`,
      `${budget}.shares.municipality.code`,
      `${budget}.shares.share`,
      `${budget}.shares.amount`,
    ])
    const decided = rows.filter((row) => row[2] === '300000.00').map((row) => row.slice(3).join())
    expect(decided).toEqual(
      expect.arrayContaining(['2303,4.2,12600.00', '2305,4.9,14700.00', '2380,51.5,154500.00']),
    )
    expect(decided).toHaveLength(7)
  })

  it('leaves no name for nodes, edges and node, and keeps aliases', async () => {
    const page = '(first: 1) '
    const [byNodes] = await csvRows(
      await askTable(api, `{ municipalities${page}{ nodes { kod: code } } }`),
    )
    const [byEdges] = await csvRows(
      await askTable(
        api,
        `{ all: municipalities${page}{ totalCount edges { cursor node { code } } } }`,
      ),
    )
    const [named] = await csvRows(
      await askTable(api, `{ municipalities${page}{ rader: nodes { code } } }`),
    )
    expect(byNodes).toEqual(['municipalities.kod'])
    expect(byEdges).toEqual(['all.totalCount', 'all.cursor', 'all.code'])
    expect(named).toEqual(['municipalities.rader.code'])
  })

  it('is read to its end, page by page', async () => {
    const rows = await csvRows(
      await askTable(
        api,
        '{ municipalities { nodes { code populations { nodes { on inhabitants } } } } }',
      ),
    )
    const { municipalities } = await api.data(
      '{ municipalities { nodes { populations { totalCount } } } }',
    )
    const all = municipalities.nodes.map(
      (one: { populations: { totalCount: number } }) => one.populations.totalCount,
    )
    expect(rows).toHaveLength(1 + all.reduce((sum: number, count: number) => sum + count, 0))
    expect(new Set(rows.map((row) => row[0] + row[1]!)).size).toBe(rows.length)
  })

  it.each([
    ['{ municipalities(first: 3) { nodes { code } } }', {}, 3],
    ['query ($n: Int) { municipalities(first: $n) { nodes { code } } }', { n: 280 }, 280],
    ['query ($n: Int = 7) { municipalities(first: $n) { nodes { code } } }', {}, 7],
    ['{ municipalities(last: 5) { nodes { code } } }', {}, 5],
    ['{ municipalities(first: 0) { nodes { code } } }', {}, 0],
    ['{ populationDates }', {}, undefined],
  ])('respects what %s asks for', async (query, variables, expected) => {
    const rows = (await csvRows(await askTable(api, query, { variables }))).slice(1)
    if (expected === undefined) expect(rows.length).toBeGreaterThan(20)
    else expect(rows).toHaveLength(expected)
  })

  it('comes in pages that cost no more than any query may', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `s${index}: source`).join(' ')
    const query = `{ municipalities { nodes { code
      populations(first: 1000, filter: { on: "2021-12-31" }) { nodes { ${many} } } } } }`
    expect(await api.code(query)).toBe('COST_LIMIT')
    expect(await csvRows(await askTable(api, query))).toHaveLength(1 + 290)
  })

  it('begins where `after` says', async () => {
    const { municipalities } = await api.data(
      '{ municipalities(first: 10) { pageInfo { endCursor } } }',
    )
    const query = `{ municipalities(after: "${municipalities.pageInfo.endCursor}") { nodes { code } } }`
    expect(await csvRows(await askTable(api, query))).toHaveLength(1 + 280)
  })

  it('follows fragments, skip and include', async () => {
    const query = `query Valda($more: Boolean!) { municipalities(first: 1) { ...page } }
      fragment page on MunicipalityConnection { nodes { ...one county @include(if: $more) { name } id @skip(if: true) } }
      fragment one on Municipality { code name }`
    const heads = [true, false].map(async (more) => {
      const [head] = await csvRows(await askTable(api, query, { variables: { more } }))
      return head!.map((name) => name.replace('municipalities.', ''))
    })
    expect(await Promise.all(heads)).toEqual([
      ['code', 'name', 'county.name'],
      ['code', 'name'],
    ])
  })

  it('is one row without any list, and none when the outermost list is empty', async () => {
    const one = await csvRows(
      await askTable(api, '{ municipality(code: "2303") { name county { code } } }'),
    )
    expect(one.slice(1)).toEqual([['Ragunda', '23']])
    const absent = await csvRows(
      await askTable(api, '{ municipality(code: "9999") { name county { code } } }'),
    )
    expect(absent.slice(1)).toEqual([['', '']])
    const none = await csvRows(
      await askTable(
        api,
        '{ municipalities(filter: { codes: [] }) { totalCount nodes { name } } }',
      ),
    )
    expect(none).toHaveLength(1)
  })

  it('keeps an entry that has nothing below it', async () => {
    const query = `{ municipalities(filter: { codes: ["2303", "0114"] }) { nodes { code
      populations(filter: { on: "2021-12-31" }) { nodes { inhabitants source } } } } }`
    const rows = await csvRows(await askTable(api, query))
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ['0114', ''],
      ['2303', '5210'],
    ])
  })

  it('goes to whoever asks with GET, and with an operation among several', async () => {
    const search = new URLSearchParams({
      query:
        'query A { municipality(code: "2303") { name } } query B($code: String!) { municipality(code: $code) { code } }',
      operationName: 'B',
      variables: '{"code":"2305"}',
    })
    const response = await api.fetch(`/graphql?${search}`, {
      headers: { accept: ndjson },
    })
    expect(response.headers.get('content-disposition')).toContain('B.ndjson')
    expect(await response.text()).toBe('{"municipality.code":"2305"}\n')
  })

  it('is JSON for whoever would rather have that', async () => {
    for (const accept of [
      '*/*',
      'application/json, text/csv',
      'text/csv;q=0.5, application/json',
    ]) {
      const response = await askTable(api, '{ municipality(code: "2303") { name } }', { accept })
      expect(await response.json()).toEqual({ data: { municipality: { name: 'Ragunda' } } })
    }
  })
})

describe('what cannot be a table', () => {
  it.each([
    [
      '{ jointService(slug: "x") { budget(year: 2022) { lines { id } shares { amount } } } }',
      'SIBLING_LISTS',
      { first: 'jointService.budget.lines', second: 'jointService.budget.shares' },
    ],
    [
      '{ municipalities { nodes { id } edges { cursor } } }',
      'SIBLING_LISTS',
      { first: 'municipalities.nodes', second: 'municipalities.edges' },
    ],
    [
      'mutation { setPopulations(input: { clientMutationKey: "x", figures: [] }) { applied } }',
      'NOT_A_QUERY',
      {},
    ],
    ['query A { populationDates } query B { populationDates }', 'SEVERAL_OPERATIONS', {}],
    [
      '{ municipalities { totalCount nodes { totalCount: code } } }',
      'SAME_COLUMN',
      { column: 'municipalities.totalCount' },
    ],
  ])('%s', async (query, reason, details) => {
    const refused = await refusal(await askTable(api, query))
    expect(refused).toMatchObject({
      status: 400,
      code: 'NOT_A_TABLE',
      details: { reason, ...details },
    })
    for (const named of Object.values(details)) expect(refused.message).toContain(named)
  })

  it.each([
    ['{ nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['query ($n: Int!) { municipalities(first: $n) { nodes { id } } }', {}, 'BAD_USER_INPUT'],
    ['{ node(id: "x") { id } }', {}, 'BAD_INPUT'],
  ])('tells what is wrong with %s as the JSON way does', async (query, variables, code) => {
    expect(await refusal(await askTable(api, query, { variables }))).toMatchObject({
      status: 400,
      code,
    })
  })

  it('tells it in English to whoever reads that', async () => {
    const query = '{ municipalities { nodes { id } edges { cursor } } }'
    const { message } = await refusal(
      await askTable(api, query, { headers: { 'accept-language': 'en' } }),
    )
    expect(message).toContain('stand side by side')
  })

  it('knows one Excel alone', async () => {
    const refused = askTable(api, '{ populationDates }', { search: '?excel=de', accept: xlsx })
    expect(await refusal(await refused)).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })
})
