// Expected: 400 DOCUMENT_LIMIT or COST_LIMIT with what there may be most of; nothing is carried out
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const times = (count: number, one: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(between)

/** What the answer to a document says, for a client that takes GraphQL's own media type. */
async function refusal(query: string, variables?: string) {
  const response = await api.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(query)},"variables":${variables ?? '{}'}}`,
  })
  const { data, errors } = await response.json()
  const { code, details } = errors?.[0].extensions ?? {}
  return { status: response.status, code, what: details?.what, most: details?.most, data }
}

const deep = (depth: number): string =>
  depth === 1 ? 'code' : `latestPopulation { municipality { ${deep(depth - 2)} } }`
const bomb = (fragments: number): string =>
  `{ municipality(code: "2303") { ...F0 } } ${times(
    fragments,
    (index) => `fragment F${index} on Municipality { ...F${index + 1} ...F${index + 1} } `,
  )} fragment F${fragments} on Municipality { name }`

describe('a document that is too much', () => {
  it.each<[string, string, string, number]>([
    ['101 aliases', `{ ${times(101, (index) => `a${index}: __typename`)} }`, 'rootFields', 100],
    [
      '101 aliases further down',
      `{ municipality(code: "2303") { ${times(101, (index) => `a${index}: name`)} } }`,
      'aliases',
      100,
    ],
    [
      '102 aliases by a fragment that is spread three times',
      `{ ${times(3, (index) => `m${index}: municipality(code: "2303") { ...Names }`)} }
       fragment Names on Municipality { ${times(33, (index) => `a${index}: name`)} }`,
      'aliases',
      100,
    ],
    ['500 duplicate fields', `{ ${times(500, () => '__typename')} }`, 'repeats', 30],
    [
      'duplicates that only meet when fragments are put in',
      `{ municipality(code: "2303") { ${times(40, (index) => `...F${index}`)} } }
       ${times(40, (index) => `fragment F${index} on Municipality { county { name } }`)}`,
      'repeats',
      30,
    ],
    [
      'duplicates in many places',
      `{ municipality(code: "2303") { ${times(20, (index) => `a${index}: county { ${times(12, () => 'name')} }`)} } }`,
      'repeated',
      200,
    ],
    ['depth 50', `{ municipality(code: "2303") { ${deep(49)} } }`, 'depth', 20],
    ['depth 21', `{ municipality(code: "2303") { ${deep(21)} } }`, 'depth', 20],
    ['1 000 directives', `{ a: __typename ${times(1000, () => '@a')} }`, 'directives', 100],
    [
      '1 000 directives of different fields',
      `{ ${times(30, () => `__typename ${times(34, () => '@a')}`)} }`,
      'directives',
      100,
    ],
    ['a fragment bomb', bomb(30), 'selections', 2000],
    [
      '51 fragments',
      `{ a } ${times(51, (index) => `fragment F${index} on Query { a }`)}`,
      'fragments',
      50,
    ],
    ['31 operations', times(31, (index) => `query Q${index} { a }`), 'operations', 30],
    [
      '201 variables',
      `query (${times(201, (index) => `$v${index}: Int`)}) { a }`,
      'variables',
      200,
    ],
    ['many tokens', `{ a(b: [${times(4000, () => '1')}]) }`, 'tokens', 4000],
    ['a long text', `{ a(b: "${'x'.repeat(100_000)}") }`, 'characters', 100_000],
    ['a long comment', `#${' '.repeat(100_000)}\n{ a }`, 'characters', 100_000],
    ['a list 1 000 deep', `{ a(b: ${'['.repeat(1000)}${']'.repeat(1000)}) }`, 'nesting', 64],
    ['an object 1 000 deep', `{ a(b: ${'{a:'.repeat(1000)}1${'}'.repeat(1000)}) }`, 'nesting', 64],
    [
      'a type 1 000 deep',
      `query ($a: ${'['.repeat(1000)}Int${']'.repeat(1000)}) { a }`,
      'nesting',
      64,
    ],
    ['brackets without end', '{a'.repeat(1900), 'nesting', 64],
    ['inline fragments 100 deep', `{ ${'... {'.repeat(100)} a ${'}'.repeat(100)} }`, 'nesting', 64],
  ])('is refused: %s', async (_name, query, what, most) => {
    expect(await refusal(query)).toMatchObject({ status: 400, code: 'DOCUMENT_LIMIT', what, most })
  })

  it.each<[string, string]>([
    ['itself', '{ ...A } fragment A on Query { ...A }'],
    ['another in a ring', `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`],
    [
      'all others, each of them',
      `{ ...F0 } ${times(40, (index) => `fragment F${index} on Query { ${times(40, (other) => `...F${other}`)} }`)}`,
    ],
    ['itself, unused', '{ __typename } fragment A on Query { ...A }'],
  ])('is refused: a fragment that spreads %s', async (_name, query) => {
    const { status, code, data } = await refusal(query)
    expect([status, code, data]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED', undefined])
  })

  it('is told in both languages, with what it is and how much may be', async () => {
    const query = `{ ${times(31, () => '__typename')} }`
    for (const [language, told] of [['sv', 'Dela upp den'] as const, ['en', 'Split it'] as const]) {
      const response = await api.fetch(`/graphql?query=${query}`, {
        headers: { 'accept-language': language },
      })
      const { errors } = await response.json()
      expect(errors).toEqual([
        {
          message: expect.stringContaining(told),
          extensions: {
            code: 'DOCUMENT_LIMIT',
            details: { what: 'repeats', most: 30, found: 31 },
          },
        },
      ])
    }
  })

  it('is refused as a table too', async () => {
    const query = `{ municipalities { nodes { ${times(101, (index) => `a${index}: code`)} } } }`
    const response = await api.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'text/csv' },
    })
    const { errors } = await response.json()
    expect(response.status).toBe(400)
    expect(errors).toMatchObject([{ extensions: { code: 'DOCUMENT_LIMIT' } }])
    expect(errors[0].message).toContain('Dela upp den')
  })

  it('is not one just within the limits', async () => {
    const within = `{ municipality(code: "2303") { ${times(100, (index) => `a${index}: name`)} ${times(30, () => 'code')} } }`
    expect(await refusal(within)).toMatchObject({
      status: 200,
      data: { municipality: { a99: 'Ragunda' } },
    })
    expect((await refusal(bomb(4))).status).toBe(200)
    expect((await refusal(`{ municipality(code: "2303") { ${deep(19)} } }`)).status).toBe(200)
  })
})

describe('what is told to a stranger', () => {
  async function messages(query: string, send = fetch): Promise<string> {
    const address = `${api.address}/graphql?query=${encodeURIComponent(query)}`
    const { errors } = await (await send(address)).json()
    return JSON.stringify(errors)
  }
  const signedIn: typeof fetch = (address) => api.fetch(String(address))

  it.each([
    '{ municipalitis { totalCount } }',
    '{ municipalities { totalCont } }',
    '{ municipalities(frst: 1) { totalCount } }',
    '{ municipalities(orderBy: { field: NAM }) { totalCount } }',
    'query ($a: MunicipalityFiltr) { __typename }',
    '{ ... on Budgt { id } }',
    '{ municipalities }',
  ])('holds no names that were perhaps meant: %s', async (query) => {
    expect(await messages(query, signedIn)).toContain('Did you mean')
    expect(await messages(query)).not.toContain('Did you mean')
  })

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Budget") { name } }'])(
    'is not the contract: %s',
    async (query) => {
      expect(await messages(query)).toContain('UNAUTHENTICATED')
      expect(await messages(query, signedIn)).toBe(undefined)
    },
  )
})

describe('variables that are too much', () => {
  const query =
    'query ($codes: [String!]) { municipalities(filter: { codes: $codes }) { totalCount } }'

  it.each([
    ['lists 100 000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects 100 000 deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('are refused: %s', async (_name, codes) => {
    expect(await refusal(query, `{"codes":${codes}}`)).toMatchObject({
      status: 400,
      code: 'DOCUMENT_LIMIT',
      what: 'nesting',
    })
  })

  it.each([
    ['of no operation', '{"__proto__":{"codes":["2303"]}}', 200],
    ['a number', '7', 400],
    ['a list', '[]', 400],
  ])('are taken for what they are: %s', async (_name, variables, status) => {
    expect((await refusal(query, variables)).status).toBe(status)
  })
})

it('gives no page of 99 999 999 entries', async () => {
  const { status, code, data } = await refusal('{ municipalities(first: 99999999) { totalCount } }')
  expect([code, data ?? null]).toEqual(['BAD_INPUT', null])
  expect(status).toBeLessThan(500)
})

it('refuses what would cost too much before it begins', async () => {
  const query = `{ municipalities { nodes { populations(first: 1000) { nodes { revisions {
    ${times(30, (index) => `a${index}: inhabitants`)} } } } } } }`
  expect(await refusal(query)).toMatchObject({ status: 400, code: 'COST_LIMIT', data: undefined })
})
