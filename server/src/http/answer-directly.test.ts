import { GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Actor } from '../access/actor.ts'
import type { RequestContext } from '../context.ts'
import { Execution } from '../execution/execution.ts'
import { answerDirectly } from './answer-directly.ts'

const query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    one: { type: GraphQLInt, resolve: () => 1 },
    wrong: {
      type: GraphQLInt,
      resolve: () => {
        throw new GraphQLError('no')
      },
    },
    weather: { type: GraphQLString, extensions: { varies: true }, resolve: () => 'sun' },
  },
})
let written = 0
const mutation = new GraphQLObjectType({
  name: 'Mutation',
  fields: { write: { type: GraphQLInt, resolve: () => ++written } },
})
const execution = new Execution(new GraphQLSchema({ query, mutation }))
const means = { execution, context: (actor: Actor) => ({ actor }) as RequestContext }
const answer = (body: unknown) =>
  answerDirectly(means, body, 'application/json; charset=utf-8', Actor.program('test'))

describe('answering directly', () => {
  it('is for a query that goes well', async () => {
    expect(await answer({ query: '{ one }', variables: null })).toEqual({
      status: 200,
      headers: {
        'query-cost': '1',
        'cache-control': 'private, no-cache',
        'content-type': 'application/json; charset=utf-8',
      },
      text: '{"data":{"one":1}}',
    })
  })

  it.each([
    undefined,
    [],
    {},
    { query: '' },
    { query: '{' },
    { query: '{ two }' },
    { query: '{ one wrong }' },
    { query: '{ weather }' },
    { query: 'mutation { write }' },
    { query: '{ one }', variables: [] },
    { query: '{ one }', operationName: 1 },
    { query: '{ one }', operationName: 'A' },
    { query: '{ one }', extensions: {} },
  ])('leaves the rest to Apollo: %j', async (body) => {
    expect(await answer(body)).toBeUndefined()
    expect(written).toBe(0)
  })
})
