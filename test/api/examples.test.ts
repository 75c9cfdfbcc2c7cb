import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Answer, Api, type Loose } from './api.ts'
import { countStatements } from './statement-count.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const read = (name: string): string => readFileSync(fromRoot(`schema/examples/${name}`), 'utf8')

const schema = buildSchema(readFileSync(fromRoot('schema/schema.graphql'), 'utf8'))
const names = readdirSync(fromRoot('schema/examples')).toSorted()

/** SQL statements of each example on the demo, when its budgets have been asked for before. However much data there is: as many. */
const statements: Readonly<Record<string, number>> = {
  '01-paid-by-municipality': 3,
  '02-who-takes-part': 4,
  '03-keys-of-lines': 1,
  '04-population-of-a-county': 4,
  '05-largest-lines': 5,
  '06-new-money': 3,
  '07-rounding-differences': 4,
  '08-recent-changes': 4, // the names of who did it, too
  '09-notice-periods': 4,
  '10-budgets-over-years': 3,
  '11-largest-municipalities': 2,
  '12-why-this-amount': 3,
  '13-who-bears-the-residual': 4,
  '14-one-municipality': 3,
  '15-what-a-query-costs': 0,
  '16-cost-by-section': 3,
}

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Asks as somebody who wants it worked out, not what is kept. */
async function ask(query: string): Promise<Answer<Loose>> {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' }
  const body = JSON.stringify({ query })
  const response = await api.fetch(`/graphql`, { method: 'POST', headers, body })
  return (await response.json()) as Answer<Loose>
}

describe('the example queries', () => {
  it('are a dozen or more, each with its number of statements', () => {
    expect(names.length).toBeGreaterThanOrEqual(12)
    expect(Object.keys(statements).toSorted()).toEqual(
      names.map((name) => name.replace('.graphql', '')),
    )
  })

  test.each(names)('%s says what it is about in both languages, and fits the contract', (name) => {
    const text = read(name)
    expect(text).toMatch(
      /^# sv: .{10,60}\n# en: .{10,60}\n# syfte: .{30,200}\.\n# purpose: .{30,200}\.\nquery [A-Z]\w+/,
    )
    expect(validate(schema, parse(text))).toEqual([])
  })

  test.each(names)('%s is answered with so many statements', async (name) => {
    const first = await ask(read(name))
    expect(first.errors).toBeUndefined()
    const counted = await countStatements(api, () => ask(read(name)))
    expect(counted.answer).toEqual(first)
    expect({ [name]: counted.statements }).toEqual({
      [name]: statements[name.replace('.graphql', '')],
    })
  })
})

describe('what the examples tell of the demo', () => {
  const data = async (name: string): Promise<Loose> => (await ask(read(`${name}.graphql`))).data

  it('is what Ragunda pays, also per inhabitant', async () => {
    const { costShares } = await data('01-paid-by-municipality')
    expect(costShares.groupBy).toEqual([
      {
        municipality: { code: '2303', name: 'Ragunda' },
        jointService: { name: 'Familjehemscentrum' },
        year: 2022,
        aggregate: { count: 5, amount: { sum: '194040.00' } },
        inhabitants: 5210,
        perInhabitant: '37.24',
      },
    ])
  })

  it('is the new money of § 33, the largest first', async () => {
    const { costShares } = await data('06-new-money')
    expect(costShares.aggregate.amount.sum).toBe('300000.00')
    expect(costShares.groupBy.map((group: Loose) => group.aggregate.amount.sum)).toEqual(
      [154_500, 36_900, 29_400, 27_600, 24_300, 14_700, 12_600].map((kronor) => `${kronor}.00`),
    )
  })

  it('is who is the largest, and what the country comes to', async () => {
    const { populationFigures } = await data('11-largest-municipalities')
    expect(populationFigures.nodes).toHaveLength(290)
    expect(populationFigures.nodes[0].municipality.name).toBe('Stockholm')
    const inhabitants = populationFigures.nodes.map((one: Loose) => one.inhabitants)
    const sum = inhabitants.reduce((all: number, one: number) => all + one, 0)
    expect(populationFigures.aggregate).toEqual({
      count: 290,
      inhabitants: { sum, min: inhabitants.at(-1), max: inhabitants[0], average: sum / 290 },
    })
  })

  it('is who takes part, and under which notice', async () => {
    expect((await data('02-who-takes-part')).participations.totalCount).toBe(7)
    const { agreements } = await data('09-notice-periods')
    expect(agreements.nodes).toMatchObject([{ noticePeriod: 'P1Y', validTo: null }])
  })

  it('is what a large query would cost, and nothing of its answer', async () => {
    const { rateLimit, ...rest } = await data('15-what-a-query-costs')
    expect(rest).toEqual({})
    expect(rateLimit.cost).toBeGreaterThan(1_000_000)
    expect(rateLimit.cost).toBeLessThan(rateLimit.limit)
  })
})
