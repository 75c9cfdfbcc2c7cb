import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'

let api: Api
let admin: Visitor

beforeAll(async () => {
  api = await Api.start()
  admin = await api.as('admin')
})
afterAll(() => api[Symbol.asyncDispose]())

interface Entry {
  readonly action: string
  readonly succeeded: boolean
  readonly actor: string | null
  readonly actorId: string | null
  readonly subject: string | null
  readonly details: Readonly<Record<string, unknown>>
}

const query = `query Log($filter: AuditEntryFilter, $order: [AuditEntryOrder!]) {
  auditEntries(filter: $filter, orderBy: $order) {
    totalCount
    nodes { id sequence at action succeeded actor actorId subject subjectName details }
  }
}`

async function entries(filter: object = {}): Promise<Entry[]> {
  const { data, errors } = await admin.send<Loose>(query, { filter })
  expect(errors).toBeUndefined()
  return data.auditEntries.nodes
}

const lines = '{ budgetLines { nodes { id description } } }'
const asTable = (accept: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept },
  body: JSON.stringify({ query: lines }),
})

describe('the audit log', () => {
  it('says with what settings the server was started, without its secrets', async () => {
    const [entry] = await entries({ actions: ['SETTINGS'] })
    expect(entry).toMatchObject({
      actor: null,
      succeeded: true,
      details: {
        demo: true,
        loopback: true,
        database: inject('postgres') ? 'POSTGRESQL' : 'SQLITE',
      },
    })
    expect(JSON.stringify(entry)).not.toContain('127.0.0.1')
  })

  it('is for administrators alone, by list and by id, and does not say that there is anything', async () => {
    const [{ id }] = (await entries()) as Loose
    const byId = '($id: ID!) { node(id: $id) { id ... on AuditEntry { details } } }'
    for (const role of ['coordinator', 'finance officer', 'analyst']) {
      const other = await api.as(role)
      expect((await other.send(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      expect((await other.send(`query ${byId}`, { id })).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      )
      const { data } = await other.send<Loose>('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(data.node).toBeNull()
    }
  })

  it('tells of a flood of refusals once', async () => {
    const officer = await api.as('finance officer')
    const told = (): Promise<Entry[]> =>
      entries({ actions: ['REFUSED'], succeeded: false }).then((all) =>
        all.filter(({ details }) => details['action'] === 'people.read'),
      )
    for (let time = 0; time < 5; time++) await officer.send('{ people { totalCount } }')
    expect(await told()).toHaveLength(1)
    expect((await told())[0]).toMatchObject({
      actor: expect.any(String),
      details: { code: 'FORBIDDEN', action: 'people.read' },
    })
  })

  it('tells of tables, views and workbooks that leave, of a view that is polled once', async () => {
    expect((await api.fetch('/graphql', asTable('text/csv'))).status).toBe(200)
    expect((await api.fetch('/graphql', asTable('text/csv'))).status).toBe(200)
    const saved = await api.data(
      `mutation ($input: SaveViewInput!) { saveView(input: $input) { token view { id } } }`,
      { input: { name: 'Rader', query: lines, variables: {} } },
    )
    const { token, view } = saved.saveView
    for (let time = 0; time < 3; time++) {
      const { status } = await fetch(`${api.address}/views/${view.id}.csv?token=${token}`)
      expect(status).toBe(200)
    }
    const { jointService } = await api.data(
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id } } }',
    )
    expect((await api.fetch(`/budgets/${jointService.budget.id}.xlsx`)).status).toBe(200)

    const exported = await entries({ actions: ['EXPORTED'] })
    expect(exported.map(({ subject, details }) => ({ subject, ...details }))).toEqual([
      { subject: null, kind: 'TABLE', format: 'csv', means: 'session' },
      { subject: null, kind: 'TABLE', format: 'csv', means: 'session' },
      { subject: view.id, kind: 'VIEW', format: 'csv', means: 'view' },
      { subject: jointService.budget.id, kind: 'WORKBOOK', format: 'xlsx', means: 'session' },
    ])
    const { actorId } = exported[0]!
    expect(await entries({ actions: ['EXPORTED'], actorIds: [actorId] })).toHaveLength(4)
    const ofView = await entries({ subjectIds: [view.id] })
    expect(ofView.map(({ action }) => action)).toEqual(['VIEW_SAVED', 'EXPORTED'])
    expect(await entries({ from: '2100-01-01T00:00:00.000Z' })).toEqual([])
    expect(await entries({ actions: ['EXPORTED'], succeeded: false })).toEqual([])
  })

  it('comes as a table like any list, and says so in itself', async () => {
    const csv = await admin.fetch('/graphql', {
      ...asTable('text/csv'),
      body: JSON.stringify({ query: '{ auditEntries { nodes { sequence action details } } }' }),
    })
    const text = await csv.text()
    expect(text).toMatch(/^auditEntries\.sequence,auditEntries\.action|^sequence,action/)
    expect(text).toContain('EXPORTED')
    const own = (await entries({ actions: ['EXPORTED'] })).at(-1)
    expect(own).toMatchObject({ details: { kind: 'TABLE', format: 'csv', means: 'session' } })
  })
})
