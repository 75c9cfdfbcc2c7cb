import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { Chance } from '../../api/many-budgets.ts'

/** A name of an enum, which stands in a literal without quotes. */
class Name {
  constructor(readonly name: string) {}
  toJSON(): string {
    return this.name
  }
}

/** Texts that have broken something somewhere. */
const texts = [
  '',
  ' ',
  "' or 1=1 --",
  "'; drop table budget_line; --",
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\ud800',
  '\u202e‮𝟙𝟚',
  '٣٤',
  'ß\u0301\u0301\u0301',
  '\r\nSet-Cookie: a=b',
  '<svg onload=alert(1)>',
  '{{7*7}}',
  'x'.repeat(6000),
  '1e308',
  'NaN',
  '-0',
  '1.005',
  '12600.00',
  '2021-12-31',
  '2021-02-30',
  '0000-00-00',
  '2022-06-03T12:00:00Z',
  'P1Y6M',
  'P99999999Y',
  '2303',
  '5210/124919',
  'familjehemscentrum',
  'QnVkZ2V0OjE=',
  'eyJhIjpbXX0=',
]
const numbers = [
  0,
  1,
  2,
  7,
  100,
  2022,
  1000,
  1001,
  -1,
  2 ** 31 - 1,
  2 ** 31,
  0.5,
  1e308,
  99_999_999,
]

/** A value of an input type, as JSON would hold it; now and then one that does not fit. */
export function valueFor(
  type: GraphQLInputType,
  chance: Chance,
  ids: readonly string[],
  depth = 0,
): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, chance, ids, depth) ?? 0
  if (chance(60) === 0) return [null, [], {}, true, [[[]]], 'x'][chance(6)]
  if (isListType(type)) {
    const count = chance(40) === 0 ? 500 : chance(4)
    return Array.from({ length: count }, () => valueFor(type.ofType, chance, ids, depth + 1))
  }
  if (isEnumType(type)) {
    const all = type.getValues()
    return new Name(all[chance(all.length)]!.name)
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    const given = fields.filter(
      (field) => isNonNullType(field.type) || (depth < 5 && chance(fields.length) < 2),
    )
    return Object.fromEntries(
      given.map((field) => [field.name, valueFor(field.type, chance, ids, depth + 1)]),
    )
  }
  return scalarFor(type.name, chance, ids)
}

/** What a scalar takes. */
const fitting: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Int: [0, 1, 7, 100, 1000, 2021, 2022, -1, 2 ** 31 - 1],
  Date: ['2021-12-31', '2022-06-03', '1999-01-01', '9999-12-31'],
  DateTime: ['2022-06-03T12:00:00Z', '1970-01-01T00:00:00.000Z'],
  Decimal: ['1.5', '0', '-7', '99999999999.99'],
  Duration: ['P1Y', 'P6M'],
  JSON: [{ a: [1, { b: null }] }, 'x', 0],
  Money: ['0.00', '12600.00', '-1.50', '99999999999.99', '0.01'],
  Percent: ['0', '33.3', '100'],
}

function scalarFor(name: string, chance: Chance, ids: readonly string[]): unknown {
  const fit = name === 'ID' ? ids : (fitting[name] ?? texts)
  const any = chance(15) > 0 ? fit : chance(2) === 0 ? numbers : texts
  return any[chance(any.length)]
}

/** The same in GraphQL's own notation. */
export function literalFor(type: GraphQLInputType, chance: Chance, ids: readonly string[]): string {
  return notation(valueFor(type, chance, ids))
}

function notation(value: unknown): string {
  if (value instanceof Name) return value.name
  if (Array.isArray(value)) return `[${value.map(notation).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, one]) => `${name}: ${notation(one)}`)
    return `{${fields.join(', ')}}`
  }
  return JSON.stringify(value)
}
