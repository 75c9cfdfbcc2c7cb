import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateOperations } from '@andel/schema/codegen'
import { buildApi, printApi } from '@andel/server/graphql-schema'
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { describe, expect, it } from 'vitest'

const fromRoot = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

describe('what is generated is fresh', () => {
  it('schema/schema.graphql is what the server emits', async () => {
    expect(fromRoot('schema/schema.graphql')).toBe(await printApi())
  })

  it('schema/src/operations.gen.ts is what the contract and the operations give', async () => {
    expect(fromRoot('schema/src/operations.gen.ts')).toBe(await generateOperations())
  })
})

describe('the contract', () => {
  it('describes every type, field, argument and enum value', async () => {
    expect(undescribed(await buildApi())).toEqual([])
  })

  it('has the names that others rely on', async () => {
    const sdl = (await printApi()).replace(/"""[\s\S]*?"""\n/g, '').replace(/\n\s*/g, ' ')
    for (const name of [
      'budget(id: ID!): Budget',
      'jointService( slug: String! ): JointService',
      'municipality( code: String! ): Municipality',
      'node( id: ID! ): Node',
      'editBudget( input: EditBudgetInput! ): EditBudgetPayload!',
    ]) {
      const loose = new RegExp(
        name.replace(/[()[\]!]/g, '\\$&').replace(/ ?\\([()]) ?/g, '\\s*\\$1\\s*'),
      )
      expect(sdl).toMatch(loose)
    }
  })
})

/** Everything without a description, as "Type.field(argument)". */
function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = []
  const look = (name: string, thing: { description?: string | null | undefined }): void => {
    if (!thing.description?.trim()) missing.push(name)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType()
    if (!isRoot) look(type.name, type)
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field)
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field)
        for (const argument of field.args)
          look(`${type.name}.${field.name}(${argument.name})`, argument)
      }
    }
  }
  return missing
}
