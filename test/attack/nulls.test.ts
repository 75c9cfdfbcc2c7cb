// Expected: BAD_INPUT, or as if it had been left out
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api } from '../api/api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Null, as an argument and in every field of an input, wherever the contract allows it. */
function nulls(type: GraphQLInputType): string[] {
  if (isNonNullType(type)) return nulls(type.ofType).filter((value) => value !== 'null')
  if (isListType(type)) return ['null', '[]', ...nulls(type.ofType).map((value) => `[${value}]`)]
  if (!isInputObjectType(type)) return ['null']
  const fields = Object.values(type.getFields()).filter((field) => !isNonNullType(field.type))
  const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
  return needed.length > 0
    ? ['null']
    : ['null', '{}', `{ ${fields.map(({ name }) => `${name}: null`).join(', ')} }`]
}

const asked = ({ name, type }: GraphQLField<unknown, unknown>, given: string): string =>
  `{ ${name}(${given}) ${isCompositeType(getNamedType(type)) ? '{ __typename }' : ''} }`

it('takes null for what may be left out, in every list', async () => {
  const queries = Object.values(api.app.execution.schema.getQueryType()!.getFields())
    .filter(({ args }) => args.every(({ type }) => !isNonNullType(type)))
    .flatMap((field) =>
      field.args.flatMap(({ name, type }) =>
        nulls(type).map((value) => asked(field, `${name}: ${value}`)),
      ),
    )
  expect(queries.length).toBeGreaterThan(40)
  const failed: string[] = []
  for (const visitor of [api.visitor, await api.as('admin')]) {
    for (const query of queries) {
      const { errors } = await visitor.send(query)
      if (errors?.[0]?.extensions.code === 'INTERNAL_SERVER_ERROR') failed.push(query)
    }
  }
  expect(failed).toEqual([])
})

const inFilter =
  'query ($bodies: [String!]) { jointServices(filter: { bodies: $bodies }) { totalCount } }'

it.each([
  ['literal', '{ jointServices(filter: { bodies: ["a\\u0000b"] }) { totalCount } }', {}],
  ['variable', inFilter, { bodies: ['a\0b'] }],
  ['variable with half a character', inFilter, { bodies: ['a\ud83d'] }],
  ['variable with the other half', inFilter, { bodies: ['\ude00b'] }],
  ['name in a variable', inFilter, { bodies: [], more: { 'a\0b': 1 } }],
])('refuses a text that databases cannot hold, as a %s', async (_name, query, variables) => {
  expect(await api.code(query, variables)).toBe('BAD_INPUT')
})

it('refuses half a character as a literal, and takes a whole one', async () => {
  const query = (text: string): string =>
    `{ jointServices(filter: { bodies: ["${text}"] }) { totalCount } }`
  expect(await api.code(query('\\ud83d'))).toBe('GRAPHQL_PARSE_FAILED')
  expect(await api.code(query('\\ud83d\\ude00'))).toBeUndefined()
  expect(await api.code(inFilter, { bodies: ['😀'] })).toBeUndefined()
})

it('refuses them in a form as well', async () => {
  const form = { email: 'a@example.org', password: 'half a \ud83d' }
  const answer = await fetch(`${api.address}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(form),
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('inte kan lagras')
})
