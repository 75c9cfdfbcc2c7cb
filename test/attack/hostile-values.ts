import {
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'

/** What has got through where texts became statements, paths, headers, keys of objects or lines of a log. */
export const hostileValues = [
  "' or '1'='1",
  "'; drop table person; --",
  '" union all values (1) --',
  "') or 1=1 /*",
  '%',
  '_',
  '\\',
  "%' escape '\\",
  '__proto__',
  'constructor.prototype',
  '{"$ne":null}',
  '$where',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'a\r\nSet-Cookie: a=b',
  '{"level":"error","msg":"forged"}\n',
  '\u2028\u202e',
  '${7*7}{{7*7}}<%= 7*7 %>',
  'W10', // [] as a cursor
  'eyJfX3Byb3RvX18iOnsiYSI6MX19', // {"__proto__":{"a":1}}
  Buffer.from("Budget:' or 1=1 --").toString('base64url'),
  Buffer.from('__proto__:1').toString('base64url'),
  Buffer.from('constructor:1').toString('base64url'),
] as const

/** What JSON can hold besides: it must not become a condition, nor a part of every object. */
export const hostileJson = [
  { $ne: null },
  { $or: [{}] },
  JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}'),
] as const

const open = new Set(['String', 'ID', 'JSON', 'Date', 'DateTime', 'Decimal', 'Money', 'Duration'])

/**
 * Ways to put a value into an input type, at every place that takes a text: functions from the value to what is sent.
 *
 * @param within - types that are being put in already, so that inputs within inputs come to an end
 */
export function holesIn(
  type: GraphQLInputType,
  path: string,
  within: readonly string[] = [],
): { readonly path: string; readonly fill: (value: unknown) => unknown }[] {
  if (isNonNullType(type)) return holesIn(type.ofType, path, within)
  if (isListType(type))
    return holesIn(type.ofType, path, within).map(({ path: to, fill }) => ({
      path: to,
      fill: (value) => [fill(value)],
    }))
  if (!isInputObjectType(type))
    return open.has(type.name) ? [{ path, fill: (value: unknown) => value }] : []
  if (within.includes(type.name)) return []
  const fields = Object.values(type.getFields())
  return fields.flatMap(({ name, type: own }) =>
    holesIn(own, `${path}.${name}`, [...within, type.name]).map(({ path: to, fill }) => ({
      path: to,
      fill: (value: unknown) => ({
        ...Object.fromEntries(
          fields
            .filter((other) => isNonNullType(other.type) && other.name !== name)
            .map((other) => [other.name, plainFor(other.type, within.length)]),
        ),
        [name]: fill(value),
      }),
    })),
  )
}

/** Something that fits a type. */
export function plainFor(type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return plainFor(type.ofType, depth)
  if (isListType(type)) return []
  const named = getNamedType(type)
  if (isInputObjectType(named)) {
    const needed = Object.values(named.getFields()).filter((field) => isNonNullType(field.type))
    return Object.fromEntries(needed.map((field) => [field.name, plainFor(field.type, depth + 1)]))
  }
  if ('getValues' in named) return named.getValues()[0]!.name
  return (
    { Int: 1, Boolean: true, Date: '2021-12-31', Money: '1.00', Duration: 'P1Y' }[named.name] ?? 'x'
  )
}
