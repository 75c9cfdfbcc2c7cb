import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { lineNamed, sendEdits } from './editing.ts'
import { csvRows, refusal } from './tables.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const lines = `query ($year: Int!) { jointService(slug: "familjehemscentrum") { budget(year: $year) {
  lines { description amount shares { municipality { code } amount } } } } }`
const fields =
  'id name query variables actor createdAt tokenSince lastUsedAt path table { columns { name kind } problem { code } }'

async function save(input: object = {}): Promise<Loose> {
  const { saveView } = await api.data(
    `mutation ($input: SaveViewInput!) { saveView(input: $input) { token problem { code message(language: EN) } view { ${fields} } } }`,
    { input: { name: 'Rader och andelar', query: lines, variables: { year: 2022 }, ...input } },
  )
  return saveView
}

const change = (mutation: string, type: string, input: object): Promise<Loose> =>
  api.data(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${mutation === 'removeView' ? 'id' : 'view { id name tokenSince }'} ${mutation === 'renewViewToken' ? 'token' : ''} } }`,
    { input },
  )

const get = (path: string, token?: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${api.address}${path}${token === undefined ? '' : `?token=${token}`}`, init)

describe('a saved view', () => {
  it('has an address that gives all of it, in every format, without paging', async () => {
    const { view, token } = await save()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(view).toMatchObject({
      actor: 'Demo Samordnare',
      lastUsedAt: null,
      variables: { year: 2022 },
    })
    expect(view.table.columns.at(-1)).toEqual({
      name: 'jointService.budget.lines.shares.amount',
      kind: 'MONEY',
    })

    const csv = await get(`${view.path}.csv`, token)
    expect(csv.headers.get('cache-control')).toBe('private, no-cache')
    expect(csv.headers.get('referrer-policy')).toBe('no-referrer')
    expect(csv.headers.get('content-disposition')).toContain('Rader och andelar.csv')
    const slashed = await save({ name: 'Kostnad 2022/23: "allt"' })
    const named = await get(`${slashed.view.path}.csv`, slashed.token)
    expect(named.headers.get('content-disposition')).toBe(
      'attachment; filename="Kostnad 2022-23- -allt.csv"',
    )
    const rows = await csvRows(csv)
    expect(rows.length).toBeGreaterThan(8)
    const json = (await (await get(`${view.path}.json`, token)).json()) as object[]
    expect(json).toHaveLength(rows.length - 1)
    expect(Object.values(json[0]!)).toEqual(rows[1])
    const ndjson = await (await get(`${view.path}.ndjson`, token)).text()
    expect(
      ndjson
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual(json)
    const xlsx = await (await get(`${view.path}.xlsx`, token)).arrayBuffer()
    expect(Buffer.from(xlsx).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    const excel = await get(`${view.path}.csv?excel=sv&token=${token}`)
    expect(Buffer.from(await excel.arrayBuffer()).toString()).toMatch(
      /^\uFEFFjointService\.budget\.lines\.description;/,
    )
    const bearer = { headers: { authorization: `Bearer ${token}` } }
    expect((await get(`${view.path}.csv`, undefined, bearer)).status).toBe(200)
  })

  it('keeps no token, only what it can be known by', async () => {
    const { token } = await save()
    const rows = (await api.app.orm.em
      .getConnection()
      .execute('select * from saved_view')) as object[]
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).toContain(createHash('sha256').update(token).digest('hex'))
  })

  it('refuses every wrong token alike', async () => {
    const { view, token } = await save()
    const other = await save()
    const revoked = await save()
    await change('revokeViewToken', 'RevokeViewTokenInput', { id: revoked.view.id })
    const wrong = [
      await get(`${view.path}.csv`),
      await get(`${view.path}.csv`, ''),
      await get(`${view.path}.csv`, other.token),
      await get(`${view.path}.csv`, `${token}x`),
      await get(`${revoked.view.path}.csv`, revoked.token),
      await get('/views/U2F2ZWRWaWV3OngK.csv', token),
      await get(`/views/nothing.csv`, token),
      await get(`${view.path}.exe`, token),
      await get(view.path, token),
    ]
    const answers = await Promise.all(wrong.map(async (one) => [one.status, await one.text()]))
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([404]))
    expect(new Set(answers.map(([, text]) => text)).size).toBe(1)
    expect(new Set(wrong.map((one) => one.headers.get('etag'))).size).toBe(1)
  })

  it('is not sent again while neither it nor the data have changed', async () => {
    const { view, token } = await save()
    const first = await get(`${view.path}.csv`, token)
    const etag = first.headers.get('etag')!
    const known = { headers: { 'if-none-match': etag } }
    const again = await get(`${view.path}.csv`, token, known)
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get(`${view.path}.ndjson`, token, known)).status).toBe(200)
    expect((await get(`${view.path}.csv?excel=sv&token=${token}`, undefined, known)).status).toBe(
      200,
    )
    const head = await get(`${view.path}.csv`, token, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])

    const { id, version } = await lineNamed(api, 'Handläggare')
    await sendEdits(api, [{ setLine: { lineId: id, version, fields: { note: 'Ny' } } }])
    expect((await get(`${view.path}.csv`, token, known)).status).toBe(200)
  })

  it('gets a new token, which ends the one before, and a new query behind the same address', async () => {
    const { view, token } = await save()
    const renewed = (await change('renewViewToken', 'RenewViewTokenInput', { id: view.id }))
      .renewViewToken
    expect((await get(`${view.path}.csv`, token)).status).toBe(404)
    const before = (await get(`${view.path}.csv`, renewed.token)).headers.get('etag')
    const query = '{ municipality(code: "2303") { name } }'
    const input = { id: view.id, name: 'Ragunda', query, variables: {} }
    expect((await change('updateView', 'UpdateViewInput', input)).updateView.view.name).toBe(
      'Ragunda',
    )
    const after = await get(`${view.path}.csv`, renewed.token)
    expect(after.headers.get('etag')).not.toBe(before)
    expect(await csvRows(after)).toEqual([['municipality.name'], ['Ragunda']])
    await change('removeView', 'RemoveViewInput', { id: view.id })
    expect((await get(`${view.path}.csv`, renewed.token)).status).toBe(404)
    expect(await api.code(`mutation { removeView(input: { id: "${view.id}" }) { id } }`)).toBe(
      'NOT_FOUND',
    )
  })

  it('is in the list, with when it was read last', async () => {
    const { view, token } = await save({ name: 'Åsele och andra' })
    const find = async (): Promise<Loose> =>
      (
        await api.data(
          `{ savedViews(filter: { nameContains: "åsele" }, orderBy: [{ field: LAST_USED_AT, direction: DESC }]) { totalCount nodes { id lastUsedAt } } }`,
        )
      ).savedViews
    expect(await find()).toEqual({ totalCount: 1, nodes: [{ id: view.id, lastUsedAt: null }] })
    await get(`${view.path}.csv`, token)
    expect(Date.parse((await find()).nodes[0].lastUsedAt)).toBeGreaterThan(Date.now() - 60_000)
    const { node } = await api.data(`{ node(id: "${view.id}") { ... on SavedView { name } } }`)
    expect(node.name).toBe('Åsele och andra')
  })
})

describe('a view that cannot be', () => {
  it.each([
    ['mutation { removeView(input: { id: "x" }) { id } }', 'NOT_A_QUERY'],
    ['{ municipalities { nodes { id } edges { cursor } } }', 'SIBLING_LISTS'],
    ['{ nonsense }', 'NOT_VALID'],
    [
      'query ($year: Int!, $more: Int!) { populationDates a: jointService(slug: "x") { budget(year: $year) { id } } b: jointService(slug: "x") { budget(year: $more) { id } } }',
      'NOT_VALID',
    ],
  ])('is told so when it is saved: %s', async (query, code) => {
    const { view, token, problem } = await save({ query })
    expect([view, token, problem.code]).toEqual([null, null, code])
    const { tableOutline } = await api.data(
      'query ($query: String!, $variables: JSON) { tableOutline(query: $query, variables: $variables) { columns { name } problem { code } } }',
      { query, variables: { year: 2022 } },
    )
    expect(tableOutline).toEqual({ columns: [], problem: { code } })
  })

  it('has a name', async () => {
    const input = (name: string): object => ({ input: { name, query: '{ populationDates }' } })
    for (const name of [' ', 'x'.repeat(201)]) {
      expect(
        await api.code(
          'mutation ($input: SaveViewInput!) { saveView(input: $input) { token } }',
          input(name),
        ),
      ).toBe('BAD_TEXT')
    }
  })

  it('says so when the contract has changed since it was saved', async () => {
    const { view, token } = await save()
    await api.app.orm.em
      .getConnection()
      .execute(`update saved_view set query = '{ gone { code } }' where query like '%year%'`)
    const read = await get(`${view.path}.csv`, token)
    expect(await refusal(read)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' })
    const { savedView } = await api.data(
      `{ savedView(id: "${view.id}") { table { problem { code message } } } }`,
    )
    expect(savedView.table.problem.code).toBe('NOT_VALID')
    expect(savedView.table.problem.message).toContain('gone')
  })
})
