// Expected: a text like any other; never 5xx, never another result
import { type GraphQLField, getNamedType, isCompositeType, isNonNullType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import type { Visitor } from '../visitor.ts'
import { stored } from './beside.ts'
import { isFull } from './fuzz/full.ts'
import { leakIn } from './fuzz/leaks.ts'
import { holesIn, hostileJson, hostileValues, plainFor } from './hostile-values.ts'

let api: Api
let admin: Visitor
beforeAll(async () => {
  api = await Api.start({ statisticsHosts: ['statistics.invalid'] })
  admin = await api.as('admin')
})
afterAll(() => api[Symbol.asyncDispose]())

interface Try {
  readonly path: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** An operation for each place of a field that takes a text, with the value there. */
function triesOf(
  operation: 'query' | 'mutation',
  { name, args, type }: GraphQLField<unknown, unknown>,
  value: unknown,
): Try[] {
  const inside = isCompositeType(getNamedType(type)) ? '{ __typename }' : ''
  return args.flatMap((hit) =>
    holesIn(hit.type, hit.name).map(({ path, fill }) => {
      const needed = args.filter((arg) => arg === hit || isNonNullType(arg.type))
      const declared = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`)
      const given = needed.map((arg) => `${arg.name}: $${arg.name}`)
      const variables = needed.map((arg) => [
        arg.name,
        arg === hit ? fill(value) : plainFor(arg.type),
      ])
      return {
        path: `${name}(${path})`,
        query: `${operation} (${declared.join()}) { ${name}(${given.join()}) ${inside} }`,
        variables: Object.fromEntries(variables),
      }
    }),
  )
}

const takesFiles = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ type }) => getNamedType(type).name === 'Upload')

/** What came of all of them that should not have. */
async function mishaps(operation: 'query' | 'mutation', values: readonly unknown[]) {
  const { schema } = api.app.execution
  const root = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!
  const fields = Object.values(root.getFields()).filter((field) => !takesFiles(field))
  const places = fields.flatMap((field) => triesOf(operation, field, values[0])).length
  const tries = values.flatMap((value, index) =>
    fields
      .flatMap((field) => triesOf(operation, field, value))
      // of the usual tests each place gets some of the values, and each value stands in some of the places
      .filter((_one, place) => isFull || (place + index) % 8 === 0),
  )
  const wrong: string[] = []
  const one = async ({ path, query, variables }: Try, visitor: Visitor): Promise<void> => {
    const body = JSON.stringify({ query, variables })
    const response = await visitor.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body,
    })
    const text = await response.text()
    const own = text.replaceAll('[object Object]', '') // how a scalar quotes an object that it is given
    const leak = response.status >= 500 ? text : leakIn(own, body, [])
    if (leak !== undefined || response.headers.has('set-cookie'))
      wrong.push(`${path} ${body}: ${leak}`)
  }
  for (let at = 0; at < tries.length; at += 16)
    await Promise.all(
      tries.slice(at, at + 16).flatMap((each) => [one(each, api.visitor), one(each, admin)]),
    )
  return { tried: tries.length / (places * values.length), wrong }
}

describe('a text that would be a statement, a path, a header or a key', () => {
  it('is only a text in every argument, filter, order, cursor and id of every query', async () => {
    const before = await stored(api)
    const { tried, wrong } = await mishaps('query', hostileValues)
    expect(wrong).toEqual([])
    expect(tried).toBeCloseTo(isFull ? 1 : 1 / 8, 1)
    expect(await stored(api)).toEqual(before)
  })

  it('is only a text in every input of every mutation', async () => {
    const tables = async (): Promise<string[]> => Object.keys(await stored(api))
    const before = await tables()
    const { tried, wrong } = await mishaps('mutation', hostileValues)
    expect(wrong).toEqual([])
    expect(tried).toBeCloseTo(isFull ? 1 : 1 / 8, 1)
    expect(await tables()).toEqual(before)
    expect((await api.data('{ budgetLines { totalCount } }')).budgetLines.totalCount).toBe(5)
  })

  it('is no condition, and no part of every object, as JSON', async () => {
    for (const operation of ['query', 'mutation'] as const)
      expect((await mishaps(operation, hostileJson)).wrong).toEqual([])
    expect(({} as Loose).polluted).toBeUndefined()
  })
})

describe('a filter', () => {
  it.each([
    ['quotes', "' or '1'='1"],
    ['a wildcard', 'Hand%ggare'],
    ['a wildcard for one character', 'Handl_ggare'],
    ['an escape', '\\'],
    ['a statement', "x%'; delete from budget_line; --"],
  ])('finds nothing by %s', async (_what, text) => {
    const { budgetLines, jointServices, municipalities } = await api.data(
      `query ($t: String!, $l: [String!]) {
         budgetLines(filter: { textContains: $t }) { totalCount }
         jointServices(filter: { nameContains: $t }) { totalCount }
         municipalities(filter: { codes: $l }) { totalCount } }`,
      { t: text, l: [text] },
    )
    expect([budgetLines, jointServices, municipalities]).toEqual(Array(3).fill({ totalCount: 0 }))
  })
})
