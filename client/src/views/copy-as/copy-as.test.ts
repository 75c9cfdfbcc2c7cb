import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { CopySource } from './copy-source.ts'
import { asCurl } from './curl.ts'
import { asGraphql } from './graphql.ts'
import { asPandas } from './pandas.ts'
import { asPowerQuery } from './power-query.ts'
import { asR } from './r.ts'

const ofQuery: CopySource = {
  query:
    'query ($name: String) {\n  # "it\'s" #(lf) å\n  a: municipalities(filter: { nameContains: $name }) { nodes { code } }\n}',
  variables: { name: 'O\'B"\\n' },
  columns: [
    { name: 'a.code', kind: 'TEXT' },
    { name: 'a.year', kind: 'INTEGER' },
    { name: 'a.amount', kind: 'MONEY' },
    { name: 'a.on', kind: 'DATE' },
    { name: 'a.at', kind: 'DATE_TIME' },
    { name: 'a.share', kind: 'PERCENT' },
    { name: 'a.open', kind: 'BOOLEAN' },
  ],
  endpoint: 'https://andel.example/graphql',
  placeholder: 'YOUR-TOKEN',
}
const ofView: CopySource = {
  ...ofQuery,
  view: { address: 'https://andel.example/views/VQ.csv', token: 'abc_-1' },
}

describe('Power Query', () => {
  it('fetches a view without paging and types its columns as in the CSV', () => {
    const text = asPowerQuery(ofView)
    expect(text).toContain(
      'Web.Contents("https://andel.example/views/VQ.csv", [Query = [token = "abc_-1"]])',
    )
    expect(text).toContain('[Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]')
    for (const typed of [
      '{"a.code", type text}',
      '{"a.year", Int64.Type}',
      '{"a.amount", Currency.Type}',
      '{"a.on", type date}',
      '{"a.at", type datetimezone}',
      '{"a.share", type number}',
      '{"a.open", type logical}',
    ])
      expect(text).toContain(typed)
    expect(text).toContain('}, "en-US")')
  })

  it('doubles quotes and lets nothing begin an escape', () => {
    const literal = /Text\.ToBinary\("(.*)"\)\n/.exec(asPowerQuery(ofQuery))![1]!
    expect(literal.replaceAll('""', '')).not.toContain('"')
    const meant = literal.replaceAll('""', '"').replaceAll('#(#)(', '#(')
    expect(JSON.parse(meant)).toEqual({ query: ofQuery.query, variables: ofQuery.variables })
  })
})

describe('Python', () => {
  it('keeps codes as texts and reads dates', () => {
    const text = asPandas(ofView)
    expect(text).toContain('"a.code": str,')
    expect(text).toContain('"a.year": "Int64",')
    expect(text).toContain('parse_dates=["a.on", "a.at"],')
    expect(text).toContain('storage_options={"Authorization": "Bearer abc_-1"},')
  })

  it('says nothing of types that there are none of', () => {
    const text = asPandas({ ...ofView, columns: [] })
    expect(text).not.toMatch(/dtype|parse_dates/)
  })

  it('has the query in one literal that means the same', () => {
    const literal = /json\.loads\((".*")\)\n/.exec(asPandas(ofQuery))![1]!
    expect(JSON.parse(JSON.parse(literal) as string)).toEqual({
      query: ofQuery.query,
      variables: ofQuery.variables,
    })
  })
})

describe('R', () => {
  it('gives each column its class', () => {
    const text = asR(ofView)
    expect(text).toContain('"a.code" = "character"')
    expect(text).toContain('"a.amount" = "numeric"')
    expect(text).toContain('"a.on" = "Date"')
    expect(text).toContain(
      'url("https://andel.example/views/VQ.csv", headers = c(Authorization = "Bearer abc_-1"))',
    )
    expect(asR(ofQuery)).toContain('req_headers(Accept = "text/csv")')
  })
})

describe('curl', () => {
  it('is read by a shell as it was meant', () => {
    const words = (text: string): string[] => {
      const script = text.replace(/^curl/, `printf '%s\\0'`)
      return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
    }
    expect(words(asCurl(ofView)).slice(-2)).toEqual([
      'Authorization: Bearer abc_-1',
      ofView.view!.address,
    ])
    const body = words(asCurl(ofQuery)).at(-1)!
    expect(JSON.parse(body)).toEqual({ query: ofQuery.query, variables: ofQuery.variables })
  })
})

it('lets a query sign in, with a token that stands in no shared file where that can be', () => {
  expect(asPowerQuery(ofQuery)).toMatch(/^let\n {4}Token = "YOUR-TOKEN",\n/)
  expect(asPowerQuery(ofQuery)).toContain('Authorization = "Bearer " & Token')
  expect(asPandas(ofQuery)).toContain(`"Authorization": f"Bearer {os.environ['ANDEL_TOKEN']}"`)
  expect(asR(ofQuery)).toContain('req_auth_bearer_token(Sys.getenv("ANDEL_TOKEN"))')
  expect(asCurl(ofQuery)).toContain('--header "Authorization: Bearer $ANDEL_TOKEN"')
  for (const write of [asPowerQuery, asPandas, asR, asCurl])
    expect(write(ofView)).not.toMatch(/YOUR-TOKEN|ANDEL_TOKEN/)
})

describe('GraphQL', () => {
  it('is the query, its variables above in a comment', () => {
    expect(asGraphql(ofQuery)).toBe(`# {\n#   "name": "O'B\\"\\\\n"\n# }\n${ofQuery.query}\n`)
    expect(asGraphql({ ...ofQuery, variables: {} })).toBe(`${ofQuery.query}\n`)
  })
})
