import { buildApi } from '@andel/server/graphql-schema'
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, it } from 'vitest'

interface Described {
  /** "Type", "Type.field", "Type.field(argument)" or "Enum.VALUE". */
  readonly place: string
  readonly name: string
  readonly description: string
}

it('every part of the contract is described in words that say more than its name', async () => {
  const parts = describedParts(await buildApi())
  console.info(`${parts.length} descriptions of the contract were read`)
  expect(parts.length).toBeGreaterThan(700)
  expect(parts.filter(isIdle).map(({ place, description }) => `${place}: ${description}`)).toEqual(
    [],
  )
})

/** Nothing but the words of the name itself, or fewer than three words; of a value of an enum, one that is new is enough. */
function isIdle({ place, name, description }: Described): boolean {
  const words = wordsOf(description)
  const said = new Set([...wordsOf(name), 'the', 'a', 'an', 'of', 'its'])
  const isValue = /\.[A-Z0-9_]+$/.test(place)
  return words.length < (isValue ? 1 : 3) || words.every((word) => said.has(word))
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(Boolean)

/** Everything that may have a description. */
function describedParts(schema: GraphQLSchema): Described[] {
  const parts: Described[] = []
  const add = (
    place: string,
    name: string,
    thing: { description?: string | null | undefined },
  ): void => {
    parts.push({ place, name, description: thing.description ?? '' })
  }
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue
    if (!roots.some((root) => root === type)) add(type.name, type.name, type)
    if (isEnumType(type)) {
      for (const value of type.getValues()) add(`${type.name}.${value.name}`, value.name, value)
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        add(`${type.name}.${field.name}`, field.name, field)
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        add(`${type.name}.${field.name}`, field.name, field)
        for (const argument of field.args)
          add(`${type.name}.${field.name}(${argument.name})`, argument.name, argument)
      }
    }
  }
  return parts
}
