import { exampleBook, exampleWorkbookParts, exampleZip } from '@andel/server/example-files'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet } from './editing.ts'
import { type Book, exportBook, sendFile } from './round-trip.ts'

const files = 2000
let api: Api
let sheet: Loose
let book: Book
beforeAll(async () => {
  api = await Api.start()
  sheet = await readSheet(api)
  book = await exportBook(api, sheet.id)
})
afterAll(() => api[Symbol.asyncDispose]())

/** The same numbers in every run: xorshift. */
let seed = 20_220_603
function random(below: number): number {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  return (seed >>> 0) % below
}
const oneOf = <T>(all: readonly T[]): T => all[random(all.length)]!

const texts = (...all: string[]): Uint8Array[] => all.map((text) => new TextEncoder().encode(text))
const csv = texts(
  'Benämning;Tjänster;Mån;Kr/mån;Belopp\nPersonal;;;;\nHandläggare;6;12;50 000;\nHyra;;;;"120 000,50"\nSumma;;;;1\n',
  'kod;namn;2021-12-31\n2303;Ragunda;5210\n2305;Bräcke;6175\n',
)
const statistics = texts(
  JSON.stringify({
    class: 'dataset',
    version: '2.0',
    id: ['Region', 'Tid'],
    size: [2, 1],
    value: [5210, 6175],
    dimension: {
      Region: {
        category: { index: { 2303: 0, 2305: 1 }, label: { 2303: 'Ragunda', 2305: 'Bräcke' } },
      },
      Tid: { category: { index: { 2021: 0 }, label: { 2021: '2021' } } },
    },
  }),
  'CHARSET="ANSI";\nAXIS-VERSION="2010";\nMATRIX="BE0101";\nSTUB="region";\nHEADING="år";\nVALUES("region")="2303 Ragunda","2305 Bräcke";\nVALUES("år")="2021";\nCODES("region")="2303","2305";\nDATA=\n5210\n6175;\n',
)

/** A few bytes turned, taken out, doubled, or put in. */
function mutated(bytes: Uint8Array): Uint8Array {
  let out = Buffer.from(bytes)
  for (let turn = 0; turn <= random(6); turn++) {
    const at = random(out.length + 1)
    const some = out.subarray(random(out.length + 1)).subarray(0, random(40))
    const bit = oneOf<() => Buffer>([
      () => Buffer.concat([out.subarray(0, at), Buffer.from([random(256)]), out.subarray(at + 1)]),
      () => Buffer.concat([out.subarray(0, at), out.subarray(at + random(60))]),
      () => Buffer.concat([out.subarray(0, at), some, out.subarray(at)]),
      () => out.subarray(0, at),
      () => Buffer.concat([out.subarray(0, at), Buffer.from(oneOf(spells)), out.subarray(at)]),
    ])
    out = Buffer.from(bit())
  }
  return out
}
const spells = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '\0',
  '"',
  '<c r="XFD1048576"><v>1</v></c>',
  '<row r="999999">',
  '1e999',
  '-',
  '</row>',
  ';;;;',
  '\n',
  '\ufeff',
  '[',
  '{}',
  '9'.repeat(400),
  '<f t="shared" si="7"/>',
  'null',
  '=1+1',
  '__proto__',
]

/** A workbook whose parts are whole, with something else in them. */
function mutatedWorkbook(): Uint8Array {
  const parts = exampleWorkbookParts(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>',
  )
  const at = random(parts.length)
  return exampleZip(
    parts.map((part, index) =>
      index === at ? { ...part, data: mutated(Buffer.from(part.data)) } : part,
    ),
  )
}

/** An exported workbook, cells of which hold anything. */
function mutatedExport(): Uint8Array {
  const copy = structuredClone([book[0]!, book[1]!, book.at(-1)!])
  for (let turn = 0; turn <= random(8); turn++) {
    const { rows } = oneOf(copy)
    const row = oneOf(rows)
    row[random(12)] = oneOf<Loose>([
      null,
      '',
      -1,
      1e308,
      'x',
      '1.234',
      true,
      '__proto__',
      { formula: 'A1', value: null },
      row[0] ?? 0,
    ])
    if (random(4) === 0) rows.splice(random(rows.length), random(3), oneOf(rows).slice())
  }
  return exampleBook(copy)
}

const queries = {
  read: 'query ($file: Upload!, $budgetId: ID!) { readWorkbook(file: $file, budgetId: $budgetId) { changes { kind proposed } } }',
  check: 'query ($file: Upload!) { checkWorkbook(file: $file) { seal differenceCount } }',
  budget:
    'query ($file: Upload!) { readBudgetFile(file: $file) { rows { row fields problems { code } } } }',
  population: 'query ($file: Upload!) { readPopulationFile(file: $file) { __typename } }',
}
type Way = keyof typeof queries
const anyWay = Object.keys(queries) as Way[]
const kinds: readonly (() => readonly [Uint8Array, readonly Way[]])[] = [
  () => [mutatedWorkbook(), anyWay],
  () => [mutatedWorkbook(), anyWay],
  () => [mutated(exampleBook([book[1]!, book.at(-1)!])), anyWay],
  () => [mutated(oneOf(csv)), ['budget', 'population']],
  () => [mutated(oneOf(statistics)), ['population']],
]

it(`takes ${files} files that were damaged without a crash, a trace, 256 MiB or 5 s`, async () => {
  const count =
    '{ budgets { totalCount } jointService(slug: "familjehemscentrum") { budget(year: 2022) { sequence lines { id } } } municipality(code: "2303") { populations { totalCount } } }'
  const before = await api.data(count)
  const codes = new Map<string, number>()
  let slowest = 0
  const inUse = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
  const atStart = inUse()
  let most = 0
  for (let index = 0; index < files; index++) {
    const [bytes, ways] =
      index % 10 === 0
        ? ([mutatedExport(), ['read', 'check']] as const)
        : kinds[index % kinds.length]!()
    const way = oneOf<Way>(ways)
    const start = performance.now()
    const { data, errors } = await sendFile(
      api,
      queries[way],
      bytes,
      way === 'read' ? { budgetId: sheet.id } : {},
    )
    slowest = Math.max(slowest, performance.now() - start)
    if (index % 20 === 0) most = Math.max(most, inUse() - atStart)
    const code = errors ? errors[0].extensions.code : data && 'read'
    codes.set(code, (codes.get(code) ?? 0) + 1)
    if (code === 'INTERNAL_SERVER_ERROR')
      throw new Error(`file ${index}, ${way}: ${JSON.stringify(errors)}`)
  }
  expect(slowest).toBeLessThan(5000)
  expect(most).toBeLessThan(256 * 1024 * 1024)
  expect(codes.get('read')).toBeGreaterThan(100) // some are whole enough to be read
  expect(codes.size).toBeGreaterThan(5)
  expect(await api.data(count)).toEqual(before)
}, 180_000)
