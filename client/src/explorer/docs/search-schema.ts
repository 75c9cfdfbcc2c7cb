import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import type { DocPlace } from './doc-place.ts'

export interface Found extends DocPlace {
  readonly description: string
}

const most = 60

/**
 * Types and members that a text is found in, ignoring case: names that are the text first, then names that begin with it, names
 * that contain it, and descriptions.
 */
export function searchSchema(schema: GraphQLSchema, text: string): Found[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return entriesOf(schema)
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** The types that the schema itself has, by name. */
export function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function entriesOf(schema: GraphQLSchema): Found[] {
  return typesOf(schema).flatMap((type) => [
    { type: type.name, description: type.description ?? '' },
    ...membersOf(type).map(({ name, description }) => ({
      type: type.name,
      field: name,
      description: description ?? '',
    })),
  ])
}

function membersOf(type: GraphQLNamedType) {
  if (isEnumType(type)) return type.getValues()
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
  return hasFields ? Object.values(type.getFields()) : []
}

function rankOf({ type, field, description }: Found, wanted: string): number {
  const name = (field ?? type).toLowerCase()
  if (name === wanted || `${type}.${field}`.toLowerCase() === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(wanted)) return 2
  return description.toLowerCase().includes(wanted) ? 3 : 4
}
