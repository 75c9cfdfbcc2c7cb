import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql'
import { expect, it } from 'vitest'
import { mayBeKept } from './may-be-kept.ts'

const place = new GraphQLObjectType({
  name: 'Place',
  fields: {
    name: { type: GraphQLString },
    weather: { type: GraphQLString, extensions: { varies: true } },
  },
})
const fields = { place: { type: place } }
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields }),
})

it.each([
  ['{ place { name } }', true],
  ['query A { place { ...F } } fragment F on Place { name }', true],
  ['{ __schema { types { name } } }', true],
  ['{ place { name weather } }', false],
  ['{ place { ...F } } fragment F on Place { other: weather }', false],
  ['mutation { place { name } }', false],
  ['query A { place { name } } mutation B { place { name } }', false],
])('%s may be kept: %s', (text, kept) => {
  expect(mayBeKept(schema, parse(text))).toBe(kept)
})
