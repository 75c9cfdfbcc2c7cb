import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { costLimit, costOf, costOfMoment, listSizes, pastMoments } from '@andel/server/cost'
import { type GraphQLNamedType, buildSchema, isObjectType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const schema = buildSchema(readFileSync(fromRoot('schema/schema.graphql'), 'utf8'))

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** All lines of all budgets with all their shares: what analysts ask for at most. */
const heavy = `budgets { nodes { year lines { id description amount shares { share amount municipality { code name } } } } }`
const tooMuch = `municipalities { nodes { populations(first: 1000) { nodes { revisions { ${Array.from(
  { length: 30 },
  (_, index) => `a${index}: inhabitants`,
).join(' ')} } } } } }`

describe('the cost of an operation', () => {
  it('is shown with its answer, by its text and variables', async () => {
    const query = `query ($first: Int) { rateLimit { cost limit nodes }
      municipalities(first: $first) { nodes { code } } }`
    const { rateLimit, municipalities } = await api.data(query, { first: 5 })
    expect(municipalities.nodes).toHaveLength(5)
    expect(rateLimit).toEqual({ cost: 4 + 1 + 5 * 2, limit: costLimit, nodes: 2 + 5 })
    expect((await api.data(query, { first: 50 })).rateLimit.cost).toBe(4 + 1 + 50 * 2)
  })

  it('stands in a header of every answer', async () => {
    const query = encodeURIComponent('{ municipalities(first: 5) { nodes { code } } }')
    const headers = { accept: 'application/json' }
    for (let again = 0; again < 2; again += 1) {
      const { headers: told } = await api.fetch(`/graphql?query=${query}`, { headers })
      expect(told.get('query-cost')).toBe('11')
    }
  })

  it('can be asked alone, with nothing carried out and nothing refused', async () => {
    const dry = `{ rateLimit(dryRun: true) { cost limit } ${tooMuch} }`
    const { rateLimit, ...rest } = await api.data(dry)
    expect(rest).toEqual({})
    expect(rateLimit.cost).toBeGreaterThan(rateLimit.limit)
    const byVariable = `query ($dry: Boolean = true) { cost: rateLimit(dryRun: $dry) { cost } ...Rest }
      fragment Rest on Query { jointServices { totalCount } }`
    expect(Object.keys(await api.data(byVariable))).toEqual(['cost'])
    expect(Object.keys(await api.data(byVariable, { dry: false }))).toEqual([
      'cost',
      'jointServices',
    ])
    const edit = `mutation { createBudget(input: { jointServiceSlug: "familjehemscentrum", year: 2030, title: "X" }) { budget { id } } }`
    expect(
      await api.code(edit.replace('mutation {', 'mutation { rateLimit(dryRun: true) { cost }')),
    ).toBe(
      'GRAPHQL_VALIDATION_FAILED', // a field of Query: no edit can be hidden behind it
    )
  })

  it('has a limit, which is told in words and figures', async () => {
    const { data, errors } = await api.send(`{ ${tooMuch} }`)
    expect(data ?? null).toBeNull()
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('Frågan är för stor'),
        extensions: { code: 'COST_LIMIT', details: { limit: costLimit } },
      },
    ])
  })

  it('counts what has to be worked out as it was, however it is asked for', () => {
    const costs = [
      '{ budget(id: "x") { id } }',
      'query ($then: BudgetMomentInput) { budget(id: "x", asOf: $then) { id } }',
      '{ budget(id: "x", asOf: { sequence: 1 }) { id } }',
      'query ($then: BudgetMomentInput = { sequence: 1 }) { budget(id: "x", asOf: $then) { id } }',
      '{ budgetDiff(id: "x", from: { sequence: 1 }) { id: totalAfter } }',
      '{ budgetDiff(id: "x", from: { sequence: 1 }, to: { sequence: 2 }) { id: totalAfter } }',
    ].map((query) => costOf(schema, parse(query), undefined).cost)
    expect(costs).toEqual([0, 0, 1, 1, 1, 2].map((moments) => moments * costOfMoment + 2))
    const sent = parse('query ($then: BudgetMomentInput) { budget(id: "x", asOf: $then) { id } }')
    expect(costOf(schema, sent, undefined, { then: { sequence: 1 } }).cost).toBe(costOfMoment + 2)
  })

  it('lets through what the client sends, and all lines with all shares', async () => {
    for (const name of readdirSync(fromRoot('schema/operations'))) {
      const document = parse(readFileSync(fromRoot(`schema/operations/${name}`), 'utf8'))
      for (const one of document.definitions) {
        if (one.kind !== 'OperationDefinition') continue
        const { cost } = costOf(schema, document, one.name!.value)
        expect(cost, name).toBeGreaterThan(0)
        expect(cost, name).toBeLessThan(costLimit / 2)
      }
    }
    const { rateLimit, budgets } = await api.data(`{ rateLimit { cost } ${heavy} }`)
    expect(rateLimit.cost).toBeLessThan(costLimit / 2)
    expect(budgets.nodes[0].lines[0].shares).toHaveLength(7)
  })
})

it('knows the usual sizes of lists that there are', () => {
  for (const place of Object.keys({ ...listSizes, ...pastMoments })) {
    const [type, field] = place.split('.') as [string, string]
    const owner: GraphQLNamedType | undefined = schema.getType(type)
    expect(isObjectType(owner) && field in owner.getFields(), place).toBe(true)
  }
})
