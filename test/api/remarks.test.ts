import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { somebody } from '../attack/policy/whose.ts'
import { Api, type Loose } from './api.ts'

const service = 'familjehemscentrum'
let api: Api
let officer: Visitor
let colleague: Visitor
let neighbour: Visitor
let line: Loose
beforeAll(async () => {
  api = await Api.start()
  officer = await api.as('finance officer')
  colleague = await somebody(api, [{ role: 'ANALYST', service, municipality: '2380' }])
  neighbour = await somebody(api, [{ role: 'FINANCE_OFFICER', service, municipality: '2303' }])
  line = (await linesFor(officer))[0]
})
afterAll(() => api[Symbol.asyncDispose]())

async function linesFor(visitor: Visitor): Promise<Loose[]> {
  const query = `{ jointService(slug: "${service}") { budget(year: 2022) {
    id sequence lines { id version note openedTo { code } remarks { id text municipality { code } } } } } }`
  return (await visitor.send<Loose>(query)).data.jointService.budget.lines
}

async function remark(visitor: Visitor, text: string, municipalityCode = '2380'): Promise<Loose> {
  const { data, errors } = await visitor.send<Loose>(
    'mutation ($input: SetRemarkInput!) { setRemark(input: $input) { remark { id text at } } }',
    { input: { lineId: line.id, municipalityCode, text } },
  )
  return errors ? errors[0]!.extensions.code : data.setRemark.remark
}

const remarksFor = async (visitor: Visitor): Promise<Loose[]> =>
  (await linesFor(visitor))[0].remarks

async function edit(visitor: Visitor, fields: object): Promise<Loose> {
  const { budget } = (
    await visitor.send<Loose>(
      `{ jointService(slug: "${service}") { budget(year: 2022) { id lines { id version } } } }`,
    )
  ).data.jointService
  const { version } = budget.lines.find((one: Loose) => one.id === line.id)
  const { data, errors } = await visitor.send<Loose>(
    'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
    {
      input: {
        budgetId: budget.id,
        clientMutationKey: crypto.randomUUID(),
        edits: [{ setLine: { lineId: line.id, version, fields } }],
      },
    },
  )
  return errors ? errors[0]!.extensions.code : data.editBudget.applied
}

describe('a remark', () => {
  it('is seen by the people of its municipality and by nobody else', async () => {
    const { id } = await remark(officer, '  Fråga nämnden först ')
    const seen = [{ id, text: 'Fråga nämnden först', municipality: { code: '2380' } }]
    expect(await remarksFor(officer)).toEqual(seen)
    expect(await remarksFor(colleague)).toEqual(seen)
    expect(await remarksFor(neighbour)).toEqual([])
    expect(await remarksFor(api.visitor)).toEqual([])
    for (const visitor of [neighbour, api.visitor, await api.as('admin')]) {
      const { data } = await visitor.send<Loose>(`{ node(id: "${id}") { id } }`)
      expect(data.node).toBeNull()
    }
  })

  it('is written by those who look after its municipality alone', async () => {
    expect(await remark(colleague, 'Nej')).toBe('FORBIDDEN')
    expect(await remark(api.visitor, 'Nej')).toBe('FORBIDDEN')
    expect(await remark(neighbour, 'Nej')).toBe('FORBIDDEN')
    expect(await remark(neighbour, 'Vår egen', '2303')).toMatchObject({ text: 'Vår egen' })
    expect(await remarksFor(officer)).toHaveLength(1)
  })

  it('is one for each line, replaced and removed, and no part of the budget', async () => {
    const { budget } = (
      await api.data(`{ jointService(slug: "${service}") { budget(year: 2022) { sequence } } }`)
    ).jointService
    await remark(officer, 'En annan')
    expect((await remarksFor(officer)).map(({ text }) => text)).toEqual(['En annan'])
    expect(await remark(officer, ' ')).toBeNull()
    expect(await remarksFor(officer)).toEqual([])
    const after = await api.data(
      `{ jointService(slug: "${service}") { budget(year: 2022) { sequence } } }`,
    )
    expect(after.jointService.budget).toEqual(budget)
  })

  it('is no longer than 5000 characters', async () => {
    expect(await remark(officer, 'x'.repeat(5001))).toBe('BAD_TEXT')
  })
})

describe('a line', () => {
  it('is written by finance officers when it has been opened to their municipality, and only its figures', async () => {
    expect(await edit(officer, { workload: 700 })).toBe('FORBIDDEN')
    expect(await edit(officer, { openedTo: ['2380'] })).toBe('FORBIDDEN')
    expect(await edit(api.visitor, { openedTo: ['2380'] })).toBe(true)
    expect(await edit(officer, { workload: 700, note: 'Sju' })).toBe(true)
    expect(await edit(officer, { workload: 800, decision: 'Nej' })).toBe('FORBIDDEN')
    expect(await edit(officer, { openedTo: ['2303', '2380'] })).toBe('FORBIDDEN')
    expect(await edit(neighbour, { workload: 100 })).toBe('FORBIDDEN')
    expect(await edit(colleague, { workload: 100 })).toBe('FORBIDDEN')
    expect(await edit(api.visitor, { openedTo: [] })).toBe(true)
    expect(await edit(officer, { workload: 100 })).toBe('FORBIDDEN')
  })

  it('is opened to participants alone', async () => {
    expect(await edit(api.visitor, { openedTo: ['2326'] })).toBe(false)
  })
})
