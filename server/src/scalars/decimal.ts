import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

/** A scalar whose values are exact decimal texts, kept as they are. */
export function decimalScalar(
  name: string,
  description: string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value)) return value
    throw new GraphQLError(`${name} is an exact decimal text with a point, such as "6.5".`)
  }
  return new GraphQLScalarType({
    name,
    description,
    serialize: String,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  })
}

export const Decimal = decimalScalar(
  'Decimal',
  'An exact decimal number as text, with a point: "6.5".',
)
