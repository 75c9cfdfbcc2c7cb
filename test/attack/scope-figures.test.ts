// Expected: no budget of others in effects, problems, conflicts or changes; nothing stored
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { type Beside, addBeside, stored } from './beside.ts'
import { codeOf, mutate, once } from './mutate.ts'
import { canary } from './outside.ts'
import { idsOf } from './policy/ids.ts'
import { somebody } from './policy/whose.ts'
import type { Visitor } from '../visitor.ts'

let api: Api
let beside: Beside
/** They look after the figures of both municipalities that take part in both, each in one joint service. */
let here: Visitor
let there: Visitor
beforeAll(async () => {
  api = await Api.start()
  beside = await addBeside(api)
  const officers = (service: string) =>
    ['2303', '2380'].map((municipality) => ({ role: 'FINANCE_OFFICER', service, municipality }))
  here = await somebody(api, officers('familjehemscentrum'))
  there = await somebody(api, [{ role: 'COORDINATOR', service: 'utanfor' }, ...officers('utanfor')])
})
afterAll(() => api[Symbol.asyncDispose]())

describe('what a number of inhabitants does to another joint service', () => {
  const all = `applied effects { budget { title } totalAfter } problems { code message budget { title total } }
    conflicts { current } changes { before after reason budget { title } }`
  const figures = async (codes: readonly string[], inhabitants: number): Promise<object[]> => {
    const { municipalities } = await api.data(
      'query ($codes: [String!]) { municipalities(filter: { codes: $codes }) { nodes { code population(on: "2021-12-31") { revision } } } }',
      { codes },
    )
    return municipalities.nodes.map(({ code, population }: Loose) => ({
      municipalityCode: code,
      on: '2021-12-31',
      inhabitants,
      source: 'x',
      basedOnRevision: population?.revision ?? 0,
    }))
  }

  it('is not told by what it changes there', async () => {
    const input = { ...once(), dryRun: true, figures: await figures(['2303'], 1) }
    const { data } = await mutate(here, 'setPopulations', input, `${all} budgets { title }`)
    expect(data.setPopulations.effects).toHaveLength(1)
    expect(JSON.stringify(data)).not.toContain(canary)
    const owners = await mutate(there, 'setPopulations', input, all)
    expect(JSON.stringify(owners)).toContain(canary)
  })

  it('is not told by why it cannot be', async () => {
    const before = await stored(api)
    const input = { ...once(), dryRun: false, figures: await figures(['2303', '2380'], 0) }
    const { data, errors } = await mutate(here, 'setPopulations', input, all)
    expect(errors).toBeUndefined()
    expect(data.setPopulations.problems).toEqual([
      { code: 'NO_WEIGHT', message: expect.any(String), budget: null },
    ])
    expect(JSON.stringify(data)).not.toContain(canary)
    expect(await stored(api)).toEqual(before)
    const own = await idsOf(api.visitor, 'familjehemscentrum')
    const edits = (input.figures as object[]).map((setPopulation) => ({ setPopulation }))
    const edited = { budgetId: own.budget, ...once(), edits }
    const answer = await mutate(here, 'editBudget', edited, all.replace(/effects.*After }/, ''))
    expect(answer.data.editBudget.problems).toMatchObject([{ code: 'NO_WEIGHT', budget: null }])
    expect(await stored(api)).toEqual(before)
  })

  it('is told of an edit there, and nothing else of that edit', async () => {
    const [setPopulation] = await figures(['2303'], 5100)
    const description = 'Bara deras'
    const edits = [{ setPopulation }, { addLine: { fields: { description, amount: '1.00' } } }]
    const input = { budgetId: beside.ids.budget, ...once(), edits, reason: 'Rättat' }
    const { data } = await mutate(there, 'editBudget', input, 'applied changes { batch }')
    expect(data.editBudget).toMatchObject({ applied: true, changes: [{}, {}] })
    const query =
      'query ($batch: ID!) { changes(filter: { batches: [$batch] }) { totalCount nodes { entity field reason budget { title } } } }'
    const { changes } = await api.data(query, { batch: data.editBudget.changes[0].batch })
    expect(changes).toEqual({
      totalCount: 1,
      nodes: [{ entity: 'PopulationFigure', field: '+', reason: 'Rättat', budget: null }],
    })
  })

  it('of a municipality that takes part there alone is for its own to set', async () => {
    const before = await stored(api)
    const connection = api.app.orm.em.getConnection()
    await connection.execute(
      "update participation set municipality_code = '0114' where municipality_code = '2303' and agreement_id in (select id from agreement where joint_service_id = (select id from joint_service where slug = 'utanfor'))",
    )
    const input = { ...once(), dryRun: false, figures: await figures(['0114'], 5) }
    for (const [visitor, code] of [
      [api.visitor, 'FORBIDDEN'],
      [await api.as('finance officer'), 'FORBIDDEN'],
      [beside.stranger, 'UNAUTHENTICATED'],
    ] as const) {
      const answer = await mutate(visitor, 'setPopulations', input)
      expect([codeOf(answer), answer.data ?? null]).toEqual([code, null])
    }
    await connection.execute(
      "update participation set municipality_code = '2303' where municipality_code = '0114'",
    )
    expect(await stored(api)).toEqual(before)
  })
})
