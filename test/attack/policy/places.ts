import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** A field, as it is asked for. */
export interface Asked {
  /** "Type.field" */
  readonly name: string
  readonly text: string
}

/** An object type of the contract: the way to the first object of it, and all its fields. */
export interface Place {
  readonly type: string
  /** Whether something is stored on the way. */
  readonly stores: boolean
  /** The fields that are passed on the way. */
  readonly passed: readonly string[]
  readonly fields: readonly Asked[]
  /** An operation that asks for some of the fields. */
  operation(fields: readonly Asked[]): string
}

interface Way {
  /** An operation, with one `…` where the fields go. */
  readonly text: string
  readonly passed: readonly string[]
}

/**
 * All object types that can be reached, Query, Mutation and Subscription first.
 *
 * @param args - arguments that fields cannot do without, e.g. "(year: 2022)", by "Type.field"
 *   one may name the variable $file, which nobody sends
 * @throws when a field needs arguments that are not given: whoever adds such a field says here how it is tried
 */
export function placesOf(schema: GraphQLSchema, args: Readonly<Record<string, string>>): Place[] {
  const ask = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, inside: string) =>
    `${field.name}${argsOf(type, field, args)}${isLeafType(getNamedType(field.type)) ? '' : ` { ${inside} }`}`
  const ways = new Map<GraphQLObjectType, Way>([
    [schema.getQueryType()!, { text: 'query { … }', passed: [] }],
    [schema.getMutationType()!, { text: 'mutation { … }', passed: [] }],
    [schema.getSubscriptionType()!, { text: 'subscription { … }', passed: [] }],
  ])
  for (const [type, { text, passed }] of ways) {
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type)
      if (isLeafType(target) || isInterfaceType(target)) continue
      if (!isObjectType(target) || isIntrospectionType(target) || ways.has(target)) continue
      const name = `${type.name}.${field.name}`
      ways.set(target, {
        text: text.replace('…', ask(type, field, '…')),
        passed: [...passed, name],
      })
    }
  }
  return [...ways].map(([type, { text, passed }]) => ({
    type: type.name,
    stores: text.startsWith('mutation'),
    passed,
    fields: Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      text: ask(type, field, '__typename'),
    })),
    operation(fields) {
      const whole = text.replace('…', () => fields.map((one) => one.text).join(' '))
      return whole.includes('$file') ? whole.replace(' ', ' ($file: Upload!) ') : whole
    },
  }))
}

function argsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, string>>,
): string {
  const name = `${type.name}.${field.name}`
  if (args[name] === undefined && field.args.some(isRequiredArgument))
    throw new Error(`${name} needs arguments: say in test/attack/policy/arguments.ts which`)
  return args[name] ?? ''
}
