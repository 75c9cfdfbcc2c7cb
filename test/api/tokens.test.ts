import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'

let api: Api
let analyst: Visitor
beforeAll(async () => {
  api = await Api.start()
  analyst = await api.as('analyst')
})
afterAll(() => api[Symbol.asyncDispose]())

const create = `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
  text token { id name prefix writes createdAt expiresAt revokedAt usedAt } } }`
const revoke = 'mutation ($id: ID!) { revokeToken(input: { id: $id }) { token { revokedAt } } }'
const list = '{ viewer { tokens { id name prefix revokedAt usedAt } } }'
const budget = '{ jointService(slug: "familjehemscentrum") { id budget(year: 2022) { id total } } }'

interface Made {
  readonly text: string
  readonly token: { id: string; name: string; prefix: string; createdAt: string; expiresAt: string }
}

async function make(by: Visitor, input: object = {}): Promise<Made> {
  const { data, errors } = await by.send<Loose>(create, {
    input: { name: 'Power BI', days: 30, ...input },
  })
  if (errors) throw new Error(errors[0]!.extensions.code)
  return data.createToken
}

const holder = (text: string): Visitor =>
  new Visitor(api.address, { authorization: `Bearer ${text}` })

const codeOf = async (by: Visitor, query: string, variables = {}): Promise<string | undefined> =>
  (await by.send(query, variables)).errors?.[0]?.extensions.code

const run = (sql: string, values: unknown[] = []): Promise<Loose[]> =>
  api.app.orm.em.getConnection().execute(sql, values)

describe('a token', () => {
  it('is shown once, and kept as a digest', async () => {
    const { text, token } = await make(analyst, { name: ' Power  BI ', days: 90 })
    expect(text).toMatch(/^andel_[\w-]{43}$/)
    expect(token).toMatchObject({
      name: 'Power BI',
      prefix: text.slice(0, 12),
      writes: false,
      revokedAt: null,
      usedAt: null,
    })
    const days = (Date.parse(token.expiresAt) - Date.parse(token.createdAt)) / 86_400_000
    expect(days).toBeCloseTo(90, 3)
    const everything = JSON.stringify([
      await run('select * from api_token'),
      await run('select * from audit_entry'),
      (await analyst.send(list)).data,
    ])
    expect(everything).toContain(token.prefix)
    expect(everything).not.toContain(text.slice(13))
  })

  it.each<[object, string]>([
    [{ name: '' }, 'BAD_TEXT'],
    [{ name: 'x'.repeat(101) }, 'BAD_TEXT'],
    [{ name: 'a\u202eb' }, 'BAD_TEXT'],
    [{ days: 0 }, 'BAD_INPUT'],
    [{ days: 366 }, 'BAD_INPUT'],
    [{ days: -1 }, 'BAD_INPUT'],
  ])('is not made with %j', async (input, code) => {
    expect(await codeOf(analyst, create, { input: { name: 'A', days: 1, ...input } })).toBe(code)
  })

  it('opens everything that its owner reads: GraphQL, tables and the workbook', async () => {
    const program = holder((await make(analyst)).text)
    const { data } = await program.send<Loose>(budget)
    expect(data.jointService.budget.total).toBeDefined()
    const { id } = data.jointService.budget
    const query = '{ municipalities { nodes { code name } } }'
    const table = await program.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv' },
      body: JSON.stringify({ query }),
    })
    expect([table.status, await table.text()]).toEqual([200, expect.stringContaining('Östersund')])
    expect((await program.fetch(`/budgets/${id}.xlsx`)).status).toBe(200)
    expect((await holder('andel_').fetch(`/budgets/${id}.xlsx`)).status).toBe(404)
  })

  it('is told of when it was last used, to the minute', async () => {
    const { text, token } = await make(analyst)
    const used = async (): Promise<string | null> =>
      (await analyst.send<Loose>(list)).data.viewer.tokens.find(
        ({ id }: { id: string }) => id === token.id,
      ).usedAt
    expect(await used()).toBeNull()
    await holder(text).send(budget)
    const first = await used()
    expect(Date.now() - Date.parse(first!)).toBeLessThan(60_000)
    await holder(text).send(budget)
    expect(await used()).toBe(first)
  })

  it('changes nothing unless it may, and never an account', async () => {
    const coordinator = await api.as('coordinator')
    const edit = `mutation { updateJointService(input: { jointServiceId: "${
      (await coordinator.send<Loose>(budget)).data.jointService.id
    }" }) { jointService { id } } }`
    const reading = holder((await make(coordinator)).text)
    const writing = holder((await make(coordinator, { writes: true })).text)
    expect(await codeOf(reading, edit)).toBe('FORBIDDEN')
    expect(await codeOf(writing, edit)).toBeUndefined()
    const { id } = (await make(coordinator)).token
    for (const program of [reading, writing]) {
      expect(await codeOf(program, create, { input: { name: 'A', days: 1 } })).toBe('FORBIDDEN')
      expect(await codeOf(program, revoke, { id })).toBe('FORBIDDEN')
      expect(await codeOf(program, list)).toBe('FORBIDDEN')
      expect(await codeOf(program, '{ viewer { sessions { id } } }')).toBe('FORBIDDEN')
      expect(await codeOf(program, 'mutation { endOtherSessions { ended } }')).toBe('FORBIDDEN')
      expect((await program.send<Loose>(`{ node(id: "${id}") { id } }`)).data.node).toBeNull()
    }
  })

  it('gives the rights that its owner has now', async () => {
    const officer = await api.as('finance officer')
    const program = holder((await make(officer)).text)
    expect((await program.send<Loose>(budget)).data.jointService).not.toBeNull()
    const [{ id, person_id: person, ...grant }] = await run(
      `select * from "grant" where role = 'FINANCE_OFFICER'`,
    )
    await run('delete from "grant" where id = ?', [id])
    await expect.poll(() => codeOf(program, budget), { timeout: 3000 }).toBe('FORBIDDEN')
    const row = { id, person_id: person, ...grant }
    await run(
      `insert into "grant" (${Object.keys(row).join()}) values (${Object.keys(row).map(() => '?')})`,
      Object.values(row),
    )
  })

  it('is one of 20 at most', async () => {
    const admin = await api.as('admin')
    const made: Made[] = []
    while (made.length < 20) made.push(await make(admin))
    const input = { name: 'A', days: 1 }
    expect(await codeOf(admin, create, { input })).toBe('TOO_MANY_TOKENS')
    await admin.send(revoke, { id: made[0]!.token.id })
    expect(await codeOf(admin, create, { input })).toBeUndefined()
  })
})

it('is in the audit log from beginning to end, without its name or text', async () => {
  const admin = await api.as('admin')
  const { token } = await make(analyst, { name: 'Hemligt namn', days: 7 })
  await analyst.send(revoke, { id: token.id })
  const { data } = await admin.send<Loose>(
    `{ auditEntries(filter: { subjectIds: ["${token.id}"] }, first: 9) { nodes { action succeeded details } } }`,
  )
  const entries = data.auditEntries.nodes.toSorted((a: Loose, b: Loose) =>
    a.action < b.action ? -1 : 1,
  )
  expect(entries).toEqual([
    { action: 'TOKEN_ISSUED', succeeded: true, details: { writes: false, days: 7 } },
    { action: 'TOKEN_REVOKED', succeeded: true, details: {} },
  ])
})

describe('a token that is refused', () => {
  it.each([
    ['revoked', 'revoked_at = ?'],
    ['expired', 'expires_at = ?'],
    ['of somebody suspended', ''],
  ])('is one that is %s, though behind Andel’s back', async (_how, change) => {
    const { text, token } = await make(analyst)
    const program = holder(text)
    expect(await codeOf(program, budget)).toBeUndefined()
    const id = Buffer.from(token.id, 'base64url').toString().split(':')[1]
    const owner = '(select person_id from api_token where id = ?)'
    await run(
      change === ''
        ? `update person set suspended_at = ? where id = ${owner}`
        : `update api_token set ${change} where id = ?`,
      [new Date(1), id],
    )
    await expect.poll(() => codeOf(program, budget), { timeout: 3000 }).toBe('UNAUTHENTICATED')
    await run(`update person set suspended_at = null where id = ${owner}`, [id])
  })

  it('is one that was revoked, at once', async () => {
    const { text, token } = await make(analyst)
    expect(await codeOf(holder(text), budget)).toBeUndefined()
    const { data } = await analyst.send<Loose>(revoke, { id: token.id })
    expect(data.revokeToken.token.revokedAt).not.toBeNull()
    expect(await codeOf(holder(text), budget)).toBe('UNAUTHENTICATED')
    expect(await codeOf(analyst, revoke, { id: token.id })).toBeUndefined() // harmless
  })

  it('is one without its beginning, or in another place than the header', async () => {
    const { text } = await make(analyst)
    for (const said of [
      text.slice(6),
      `${text}x`,
      text.toUpperCase(),
      `andel_${'A'.repeat(43)}`,
      '',
    ])
      expect(await codeOf(holder(said), budget)).toBe('UNAUTHENTICATED')
    const basic = `Basic ${Buffer.from(`andel:${text}`).toString('base64')}`
    for (const headers of [
      { authorization: basic },
      { 'x-api-key': text },
      { cookie: `__Host-andel=${text}` },
    ])
      expect(await codeOf(new Visitor(api.address, headers), budget)).toBe('UNAUTHENTICATED')
    const stranger = new Visitor(api.address)
    for (const name of ['token', 'access_token', 'authorization', 'api_key']) {
      const address = new URLSearchParams({ query: budget, [name]: text })
      const response = await stranger.fetch(`/graphql?${address}`)
      expect([name, response.status]).toEqual([name, 401])
    }
  })

  it('is somebody else’s to revoke: it is not there', async () => {
    const { id } = (await make(analyst)).token
    for (const role of ['coordinator', 'admin', 'finance officer']) {
      const other = await api.as(role)
      expect(await codeOf(other, revoke, { id })).toBe('NOT_FOUND')
      expect((await other.send<Loose>(`{ node(id: "${id}") { id } }`)).data.node).toBeNull()
      expect(JSON.stringify(await other.send(list))).not.toContain(id)
    }
    expect(await codeOf(analyst, revoke, { id: 'x' })).toBe('NOT_FOUND')
    expect((await analyst.send<Loose>(`{ node(id: "${id}") { id } }`)).data.node).toEqual({ id })
  })
})
