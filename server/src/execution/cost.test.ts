import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it, test } from 'vitest'
import { costOf } from './cost.ts'

const schema = buildSchema(`
  type Query { one: Thing things(first: Int, last: Int): ThingConnection! municipalities(first: Int): ThingConnection!
    nodes(ids: [ID!]!): [Thing]! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! totalCount: Int! }
  type ThingEdge { cursor: String! node: Thing! }
  type Thing { name: String! tags: [String!]! parts: [Thing!]! things(first: Int): ThingConnection! }`)

function cost(query: string, variables?: Record<string, unknown>): number[] {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const { cost: all, nodes } = costOf(schema, document, undefined, variables)
  return [all, nodes]
}

describe('the cost of an operation', () => {
  test.each<[string, number[]]>([
    ['{ one { name tags } }', [3, 1]],
    ['{ one { parts { name } } }', [21, 11]], // ten parts, when nobody knows
    ['{ things(first: 5) { totalCount } }', [2, 1]],
    ['{ things(first: 5) { nodes { name } } }', [11, 6]],
    ['{ things(last: 5) { edges { cursor node { name } } } }', [21, 11]],
    ['{ things { nodes { name } } }', [2001, 1001]], // a page of a thousand
    ['{ things(first: 0) { nodes { name } } }', [1, 1]],
    ['{ municipalities(first: 1000) { nodes { name } } }', [601, 301]], // there are no more than 300
    ['{ things(first: 3) { nodes { things(first: 4) { nodes { name } } } } }', [31, 19]],
    ['{ nodes(ids: ["a", "b"]) { name } }', [4, 2]],
    ['{ one { name @skip(if: true) tags @include(if: false) } }', [1, 1]],
    ['{ a: one { name } b: one { name } }', [4, 2]],
    [
      '{ things(first: 5) { ...T } } fragment T on ThingConnection { totalCount nodes { name } }',
      [12, 6],
    ],
    ['{ one { __typename } __schema { types { name } } }', [3, 1]],
  ])('%s', (query, expected) => expect(cost(query)).toEqual(expected))

  it('reads the variables, and what the operation says in their place', () => {
    const query = `query ($n: Int = 7, $with: Boolean = false) {
      things(first: $n) { nodes { name tags @include(if: $with) } } }`
    expect(cost(query)).toEqual([15, 8])
    expect(cost(query, { n: 2, with: true })).toEqual([7, 3])
    expect(cost(query, { n: null })).toEqual([2001, 1001]) // a null first is no limit
    expect(cost(query, { n: 'två' })).toEqual([2001, 1001]) // refused later
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { name } }', { ids: ['a'] })).toEqual([
      2, 1,
    ])
  })

  it('looks at a fragment once, though it be spread in doubling fragments', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, depth) => `fragment F${depth} on Thing { ...F${depth + 1} ...F${depth + 1} }`,
    )
    const document = parse(`{ one { ...F0 } } ${bomb.join(' ')} fragment F60 on Thing { name }`)
    expect(costOf(schema, document, undefined)).toEqual({ cost: 2 ** 31 - 1, nodes: 1 })
  })

  it('is nothing for an operation that is not there', () => {
    const document = parse('query A { one { name } } query B { one { name } }')
    expect(costOf(schema, document, 'C')).toEqual({ cost: 0, nodes: 0 })
    expect(costOf(schema, document, 'A').cost).toBe(2)
  })
})
