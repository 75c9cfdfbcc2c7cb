import { fixedDecimal, formatKronor, ore, parseKronor } from '@andel/schema/money'
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

function readMoney(value: unknown): number {
  if (typeof value !== 'string') {
    throw new GraphQLError('Money is a text such as "12600.00": numbers would lose öre.')
  }
  try {
    return parseKronor(value)
  } catch {
    throw new GraphQLError(
      `"${value.slice(0, 40)}" is no Money: write kronor with at most two decimals.`,
    )
  }
}

/**
 * Inside: whole öre, a bigint where a sum over many budgets may leave the safe integers.
 * Outside: an exact decimal text in kronor.
 */
export const Money = new GraphQLScalarType<number | bigint, string>({
  name: 'Money',
  description:
    'An amount as exact decimal text in the main unit of the currency, with two decimals: "12600.00". Never a float, never öre.',
  serialize: (value) =>
    typeof value === 'bigint' ? fixedDecimal(value, 2) : formatKronor(ore(value as number)),
  parseValue: readMoney,
  parseLiteral: (node) => readMoney(node.kind === Kind.STRING ? node.value : undefined),
})
