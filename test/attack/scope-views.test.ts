// Expected: 404 NOT_FOUND as for what never was; what is on its way breaks off
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { type Beside, addBeside, answerTo, madeUp, stored, without } from './beside.ts'
import { codeOf, mutate } from './mutate.ts'
import { canary } from './outside.ts'

let api: Api
let beside: Beside
let admin: Visitor
let theirs: View
beforeAll(async () => {
  api = await Api.start()
  beside = await addBeside(api)
  admin = await api.as('admin')
  theirs = await save(beside.owner, '{ budgets { nodes { title total } } }')
})
afterAll(() => api[Symbol.asyncDispose]())

interface View {
  readonly id: string
  readonly path: string
  readonly token: string
}

async function save(visitor: Visitor, query: string): Promise<View> {
  const input = { name: 'Min vy', query }
  const { data } = await mutate(visitor, 'saveView', input, 'token view { id path }')
  return { token: data.saveView.token, ...data.saveView.view }
}

const get = (path: string, token: string, headers = {}): Promise<Response> =>
  fetch(`${api.address}${path}?token=${token}`, { headers })

/** Of whoever sends it: id of the person, and of the first grant. */
async function selfOf(visitor: Visitor): Promise<{ id: string; grant: string }> {
  const { data } = await visitor.send<Loose>('{ viewer { id grants { id } } }')
  return { id: data.viewer.id, grant: data.viewer.grants[0].id }
}

describe('a view of somebody else', () => {
  it.each([
    ['by id', '{ savedView(id: "TRIED") { name query } }', { savedView: null }],
    ['as a node', '{ node(id: "TRIED") { ... on SavedView { query } } }', { node: null }],
    [
      'among all views',
      '{ savedViews { totalCount nodes { query } } }',
      { savedViews: { totalCount: 0, nodes: [] } },
    ],
  ])('is not read, %s', async (_how, query, data) => {
    for (const visitor of [api.visitor, admin]) {
      expect(await answerTo(visitor, query, theirs.id)).toEqual({ data })
      expect(await answerTo(visitor, query, madeUp(theirs.id))).toEqual({ data })
    }
  })

  it.each(['updateView', 'removeView', 'renewViewToken', 'revokeViewToken'])(
    'is not touched by %s',
    async (mutation) => {
      const before = await stored(api)
      for (const [visitor, code] of [
        [api.visitor, 'NOT_FOUND'],
        [admin, 'NOT_FOUND'],
        [beside.stranger, 'UNAUTHENTICATED'],
      ] as const) {
        const attack = async (id: string): Promise<Loose> =>
          without(id, await mutate(visitor, mutation, { id }))
        const answer = await attack(theirs.id)
        expect([codeOf(answer), answer.data ?? null]).toEqual([code, null])
        expect(await attack(madeUp(theirs.id))).toEqual(answer)
      }
      expect(await stored(api)).toEqual(before)
    },
  )

  it('is opened by no token but its own, nor by a session', async () => {
    const own = await save(api.visitor, '{ budgets { nodes { title } } }')
    const told = async (response: Promise<Response>): Promise<unknown[]> => [
      (await response).status,
      await (await response).json(),
    ]
    const refusal = await told(get(`/views/${madeUp(theirs.id)}.json`, own.token))
    expect(refusal[0]).toBe(404)
    for (const token of ['', own.token, theirs.token.slice(1), `${theirs.token}x`, '%00'])
      expect(await told(get(`${theirs.path}.json`, token))).toEqual(
        await told(get(`/views/${madeUp(theirs.id)}.json`, token)),
      )
    for (const { headers } of [api.visitor, beside.owner])
      expect((await get(`${theirs.path}.json`, '', headers)).status).toBe(404)
    expect((await get(`${theirs.path}.json`, theirs.token)).status).toBe(200)
  })
})

describe('a view', () => {
  it('tells what its owner may read now, also to whoever has the answer of before', async () => {
    const { id } = await selfOf(beside.owner)
    const ask = (headers = {}): Promise<Response> =>
      get(`${theirs.path}.json`, theirs.token, headers)
    const whole = await ask()
    const etag = whole.headers.get('etag')!
    expect(await whole.text()).toContain(canary)
    expect((await ask({ 'if-none-match': etag })).status).toBe(304)

    await mutate(admin, 'suspendPerson', { personId: id })
    expect((await ask({ 'if-none-match': etag })).status).toBe(404)
    await mutate(admin, 'reinstatePerson', { personId: id })
    expect((await ask({ 'if-none-match': etag })).status).toBe(304)

    const other = { personId: id, role: 'ANALYST', jointServiceSlug: 'familjehemscentrum' }
    await mutate(admin, 'grantRole', other)
    const { data } = await admin.send<Loose>('{ people { nodes { id grants { id role } } } }')
    const person = data.people.nodes.find((one: Loose) => one.id === id)
    const grant = person.grants.find(({ role }: Loose) => role === 'COORDINATOR')
    await mutate(admin, 'revokeGrant', { grantId: grant.id })
    const after = await ask({ 'if-none-match': etag })
    expect(after.status).toBe(200)
    const text = await after.text()
    expect(text).not.toContain(canary)
    expect(text).toContain('Budget 2022')
  })
})

describe('what is on its way', () => {
  const wide = `{ municipalities { nodes { code populations { nodes { on
    ${Array.from({ length: 40 }, (_, index) => `s${index}: source`).join(' ')} } } } } }`
  /** The last line, when rights are taken once the first part is here. */
  async function lastLine(response: Response, meanwhile: () => Promise<unknown>): Promise<Loose> {
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = (await reader.read()).value!
    await meanwhile()
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value
    return JSON.parse(text.trimEnd().split('\n').at(-1)!)
  }
  const brokenOff = { error: { extensions: { code: 'UNAUTHENTICATED' } } }
  const plain = { 'accept-encoding': 'identity', accept: 'application/x-ndjson' }
  const table = (visitor: Visitor): Promise<Response> =>
    visitor.fetch(`/graphql?query=${encodeURIComponent(wide)}`, { headers: plain })

  it('breaks off when a role is taken', async () => {
    const analyst = await api.as('analyst')
    const reader = new Visitor(api.address, { authorization: `Bearer ${api.app.demo!.token}` })
    const { grant } = await selfOf(analyst)
    const take = () => mutate(admin, 'revokeGrant', { grantId: grant })
    const [bySession, byToken] = await Promise.all([table(analyst), table(reader)])
    const taken = take()
    expect(await lastLine(bySession, () => taken)).toMatchObject(brokenOff)
    expect(await lastLine(byToken, () => taken)).toMatchObject({ error: expect.anything() })
  })

  it('breaks off when its person is suspended, as a table and as a view', async () => {
    const officer = await api.as('finance officer')
    const { path, token } = await save(officer, wide)
    const { id } = await selfOf(officer)
    const [asTable, asView] = await Promise.all([
      table(officer),
      get(`${path}.ndjson`, token, { 'accept-encoding': 'identity' }),
    ])
    const taken = mutate(admin, 'suspendPerson', { personId: id })
    expect(await lastLine(asTable, () => taken)).toMatchObject(brokenOff)
    expect(await lastLine(asView, () => taken)).toMatchObject(brokenOff)
    expect((await get(`${path}.ndjson`, token)).status).toBe(404)
  })

  it('is given to nobody any more from what was kept, once its person is suspended', async () => {
    const { id } = await selfOf(api.visitor)
    const query = '{ budgets { nodes { title } } }'
    expect((await api.send(query)).errors).toBeUndefined()
    expect((await api.send(query)).errors).toBeUndefined()
    await mutate(admin, 'suspendPerson', { personId: id })
    expect(codeOf(await api.send(query))).toBe('UNAUTHENTICATED')
  })
})
