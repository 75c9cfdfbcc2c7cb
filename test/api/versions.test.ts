import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOutside } from '../attack/outside.ts'
import { somebody } from '../attack/policy/whose.ts'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { readSheet, sendEdits } from './editing.ts'
import { askTable, csvRows } from './tables.ts'

let api: Api
let analyst: Visitor
let outsider: Visitor
let id: string
beforeAll(async () => {
  api = await Api.start()
  analyst = await api.as('analyst')
  await addOutside(api)
  outsider = await somebody(api, [{ role: 'COORDINATOR', service: 'utanfor' }])
  id = (await readSheet(api)).id
})
afterAll(() => api[Symbol.asyncDispose]())

const version = 'id name note sequence namedAt by byId at'
const nameIt = `mutation ($input: NameBudgetVersionInput!) {
  nameBudgetVersion(input: $input) { version { ${version} } } }`
const removeIt = `mutation ($input: RemoveBudgetVersionInput!) {
  removeBudgetVersion(input: $input) { budget { id versions { name } } } }`
const read = `query ($id: ID!, $asOf: BudgetMomentInput) { budget(id: $id, asOf: $asOf) {
  total sequence asOf { sequence at version { name } } lines { note }
  rights { editsAll figuresOf { code } writesFor { code } } versions { ${version} } } }`

const told = async (who: Visitor, asOf?: object): Promise<Loose> => {
  const { data, errors } = await who.send<Loose>(read, { id, asOf })
  return errors ? errors[0]!.extensions.code : data.budget
}
const name = async (who: Visitor, input: object): Promise<Loose> => {
  const { data, errors } = await who.send<Loose>(nameIt, { input: { budgetId: id, ...input } })
  return errors ? errors[0]!.extensions.code : data.nameBudgetVersion.version
}

describe('a moment', () => {
  it('is exactly one of time, sequence and version, and has been', async () => {
    const { sequence } = await readSheet(api)
    const soon = new Date(Date.now() + 60_000).toISOString()
    for (const asOf of [{}, { sequence, time: '2026-01-01T00:00:00Z' }, { time: soon }])
      expect(await told(analyst, asOf)).toBe('BAD_MOMENT')
    expect(await told(analyst, { sequence: -1 })).toBe('BAD_MOMENT')
    expect(await told(analyst, { sequence: 2_000_000_000 })).toBe('BAD_MOMENT')
    expect(await told(analyst, { version: id })).toBe('BAD_INPUT')
    const { errors } = await api.send(read, { id, asOf: { time: soon } })
    expect(errors![0]!.message).toMatch(/framåt|future/)
  })

  it('before the budget was created finds none', async () => {
    expect(await told(analyst, { sequence: 0 })).toBeNull()
    expect(await told(analyst, { time: '1999-01-01T00:00:00Z' })).toBeNull()
  })

  it('is read-only, and says what it is', async () => {
    const { sequence, lines, total } = await readSheet(api)
    const [{ id: lineId, version: based }] = lines
    expect((await told(api.visitor)).rights.editsAll).toBe(true)
    await sendEdits(api, [{ setLine: { lineId, version: based, fields: { note: 'Sedan' } } }])
    const past = await told(api.visitor, { sequence })
    expect(past).toMatchObject({ sequence, total, asOf: { sequence, version: null } })
    expect(past.lines[0].note).not.toBe('Sedan')
    expect(past.rights).toEqual({ editsAll: false, figuresOf: [], writesFor: [] })
    expect(await told(analyst, { sequence })).toEqual(past)
    expect((await told(api.visitor)).asOf).toBeNull()
    const after = await told(api.visitor, { time: new Date().toISOString() })
    expect(after.lines[0].note).toBe('Sedan')
  })

  it('of a budget of others is nothing', async () => {
    expect(await told(outsider, { sequence: 1 })).toBeNull()
    const diff = `{ budgetDiff(id: "${id}", from: { sequence: 1 }) { totalBefore } }`
    expect((await outsider.send<Loose>(diff)).data.budgetDiff).toBeNull()
    const admin = await api.as('admin')
    expect(await told(admin, { sequence: 1 })).toBe('FORBIDDEN')
    expect(await told(outsider, { sequence: 2_000_000_000 })).toBeNull()
  })
})

describe('a named version', () => {
  it('is named by the co-ordinator, read by all, and told as it stood', async () => {
    const before = await told(api.visitor)
    const made = await name(api.visitor, { name: '  Förslag till nämnden ', note: 'Inför mötet' })
    expect(made).toMatchObject({ name: 'Förslag till nämnden', note: 'Inför mötet' })
    expect(made.by).toMatch(/\w/)
    expect(made.at <= made.namedAt).toBe(true)
    const [{ id: lineId, version: based }] = (await readSheet(api)).lines
    await sendEdits(api, [{ setLine: { lineId, version: based, fields: { note: 'Efter' } } }])
    const then = await told(analyst, { version: made.id })
    expect(then.lines).toEqual(before.lines)
    expect(then.asOf).toMatchObject({ sequence: made.sequence, version: { name: made.name } })
    expect(then.versions).toEqual([made])
    const { node } = await api.data(`{ node(id: "${made.id}") { id } }`)
    expect(node).toEqual({ id: made.id })
    expect((await outsider.send<Loose>(`{ node(id: "${made.id}") { id } }`)).data.node).toBeNull()
  })

  it('can be of a moment that has been, under a name of its own', async () => {
    const { sequence } = await readSheet(api)
    const made = await name(api.visitor, { name: 'Före', at: { sequence: sequence - 1 } })
    expect(made.sequence).toBe(sequence - 1)
    expect(await name(api.visitor, { name: 'Före' })).toBe('ALREADY_EXISTS')
    expect(await name(api.visitor, { name: ' ' })).toBe('BAD_TEXT')
    expect(await name(api.visitor, { name: 'x'.repeat(201) })).toBe('BAD_TEXT')
    expect(await name(api.visitor, { name: 'Ett', note: 'x'.repeat(5001) })).toBe('BAD_TEXT')
    expect(await name(api.visitor, { name: 'Ett', at: {} })).toBe('BAD_MOMENT')
    expect((await told(analyst)).versions[0].name).toBe('Före')
  })

  it('is named once, whoever names it at the same time', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => name(api.visitor, { name: 'Samtidigt' })))
    expect(all.filter((one) => one === 'ALREADY_EXISTS')).toHaveLength(3)
  })

  it('is neither named nor removed by others, and its removal takes no history away', async () => {
    const made = await name(api.visitor, { name: 'Bort' })
    const remove = async (who: Visitor): Promise<Loose> => {
      const input = { versionId: made.id }
      const { data, errors } = await who.send<Loose>(removeIt, { input })
      return errors ? errors[0]!.extensions.code : data.removeBudgetVersion.budget
    }
    for (const who of [analyst, await api.as('finance officer')]) {
      expect(await name(who, { name: 'Min' })).toBe('FORBIDDEN')
      expect(await remove(who)).toBe('FORBIDDEN')
    }
    expect(await name(outsider, { name: 'Min' })).toBe('NOT_FOUND')
    expect(await remove(outsider)).toBe('NOT_FOUND')
    const { changes } = await api.data('{ changes { totalCount } }')
    const names = (await remove(api.visitor)).versions.map((one: Loose) => one.name)
    expect(names).not.toContain('Bort')
    expect(await remove(api.visitor)).toBe('NOT_FOUND')
    expect(await told(analyst, { version: made.id })).toBe('NOT_FOUND')
    expect((await told(analyst, { sequence: made.sequence })).asOf.sequence).toBe(made.sequence)
    expect((await api.data('{ changes { totalCount } }')).changes).toEqual(changes)
  })
})

it('is asked for as the documentation shows', async () => {
  const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const [, chapter] = /\n## History\n([^]*?)\n## /.exec(text)!
  const examples = [...chapter!.matchAll(/```graphql\n([^]*?)```/g)].map(([, query]) => query!)
  expect(examples).toHaveLength(3)
  const { sequence, lines } = await readSheet(api)
  const [{ id: line, version: based, typedAmount }] = lines.filter(
    (one: Loose) => one.typedAmount !== null,
  )
  const fields = { amount: '4711.00' }
  await sendEdits(api, [{ setLine: { lineId: line, version: based, fields } }])
  const time = new Date().toISOString()
  const told: Loose = {}
  for (const example of examples)
    Object.assign(told, await api.data(example, { id, time, from: sequence, line }))
  expect(told.budgetDiff.lines[0].fields).toEqual([
    { field: 'amount', before: typedAmount, after: '4711.00' },
  ])
  expect(told.budget.changes.nodes[0]).toMatchObject({ before: typedAmount, after: '4711.00' })
})

it('is a table as well, as is what differs', async () => {
  const { sequence } = await readSheet(api)
  const asOf = `id: "${id}", asOf: { sequence: ${sequence - 1} }`
  const then = await askTable(api, `{ budget(${asOf}) { lines { description amount } } }`)
  expect(await then.text()).not.toContain('4711.00')
  const diff = `id: "${id}", from: { sequence: ${sequence - 1} }`
  const [head, ...rows] = await csvRows(
    await askTable(
      api,
      `{ budgetDiff(${diff}) { municipalities { municipality { code } after } } }`,
    ),
  )
  expect(head!.map((name) => name.replace(/^.*municipalities\./, ''))).toEqual([
    'municipality.code',
    'after',
  ])
  expect(rows).toHaveLength(7)
})
