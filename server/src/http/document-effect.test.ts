import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql'
import { expect, it } from 'vitest'
import { effectOf } from './document-effect.ts'

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
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { ...fields, wave: { type: GraphQLString, extensions: { storesNothing: true } } },
  }),
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
  expect(effectOf(schema, parse(text)).mayBeKept).toBe(kept)
})

it.each([
  ['{ place { name } }', false],
  ['mutation { wave }', false],
  ['mutation { place { name } }', true],
  ['mutation { wave ...F } fragment F on Mutation { other: place { name } }', true],
])('%s may store: %s', (text, stores) => {
  expect(effectOf(schema, parse(text)).mayStore).toBe(stores)
})
