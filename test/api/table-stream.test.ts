import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { lineNamed, sendEdits } from './editing.ts'
import { watchStatements } from './statement-count.ts'
import { askTable, csv, csvRows, ndjson, refusal, xlsx } from './tables.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Some 7 000 rows of 3 000 characters: more than fits between server and client. */
const wide = `{ municipalities { nodes { code populations { nodes { on
  ${Array.from({ length: 40 }, (_, index) => `s${index}: source`).join(' ')} } } } } }`
const plain = { 'accept-encoding': 'identity' }

/** Any edit: the data are not what they were. */
const edit = (): Promise<Loose> =>
  api.data(
    `mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied problems { code } } }`,
    {
      input: {
        clientMutationKey: randomUUID(),
        dryRun: false,
        figures: [
          {
            municipalityCode: '2303',
            on: `19${10 + edits++}-01-01`,
            inhabitants: 1,
            source: 'Prov',
            basedOnRevision: 0,
          },
        ],
      },
    },
  )
let edits = 0
let pauses = 0

/** Everything that comes after the first part, once `meanwhile` has been done. */
async function restAfter(response: Response, meanwhile: () => Promise<unknown>): Promise<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = (await reader.read()).value!
  await meanwhile()
  for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value
  return text
}

/** How many statements are sent while one small question is answered, which needs one. */
async function pause(statements: () => number): Promise<number> {
  const before = statements()
  await api.data(`{ n${pauses++}: populationDates }`) // asked for the first time: no answer is kept
  return statements() - before
}

describe('a table on its way', () => {
  it.each([csv, xlsx])('is cut off when the data change: %s never looks whole', async (accept) => {
    const response = await askTable(api, wide, { accept, headers: plain })
    expect(response.status).toBe(200)
    await expect(restAfter(response, edit)).rejects.toThrow()
  })

  it('says so in its last line as NDJSON', async () => {
    const response = await askTable(api, wide, { accept: ndjson, headers: plain })
    const lines = (await restAfter(response, edit)).trimEnd().split('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ 'municipalities.code': '0114' })
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({
      error: { extensions: { code: 'CHANGED_MEANWHILE' } },
    })
  })

  it('is not read further when whoever asked has left', async () => {
    const statements = watchStatements(api).soFar
    const response = await askTable(api, wide, { headers: plain })
    const reader = response.body!.getReader()
    await reader.read()
    await reader.cancel()
    await expect.poll(() => pause(statements)).toBe(1)
    expect(statements()).toBeLessThan(100)
  })

  it('waits for whoever takes it slowly', async () => {
    const statements = watchStatements(api).soFar
    const response = await askTable(api, wide, { headers: plain })
    await expect.poll(() => pause(statements)).toBe(1)
    const soFar = statements()
    const rows = await csvRows(response)
    expect(statements()).toBeGreaterThan(soFar)
    expect(rows.at(-1)![0]).toBe('2584')
  })

  it('comes whole in gzip as well', async () => {
    const query = '{ municipalities { nodes { code populations { nodes { on } } } } }'
    const response = await askTable(api, query, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const rows = await csvRows(response)
    expect(rows.at(-1)![0]).toBe('2584')
  })
})

describe('a list further down that has more than a page', () => {
  it('is refused rather than cut, and named', async () => {
    const figures = Array.from({ length: 1001 }, (_, index) => ({
      municipalityCode: '2305',
      on: new Date(Date.UTC(1900, 0, 1 + index)).toISOString().slice(0, 10),
      inhabitants: index,
      source: 'Prov',
      basedOnRevision: 0,
    }))
    await api.data(
      `mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }`,
      { input: { clientMutationKey: randomUUID(), dryRun: false, figures } },
    )
    const list = (args: string): string =>
      `{ municipalities(filter: { codes: ["2305"] }) { nodes { populations${args} { nodes { on } } } } }`
    expect(await refusal(await askTable(api, list('')))).toMatchObject({
      status: 400,
      details: { reason: 'PAGE_TOO_SMALL', list: 'municipalities.nodes.populations.nodes' },
    })
    expect(await csvRows(await askTable(api, list('(first: 5)')))).toHaveLength(6)
    const alone = '{ municipality(code: "2305") { populations { nodes { on } } } }'
    expect((await csvRows(await askTable(api, alone))).length).toBeGreaterThan(1001)
  })
})

describe('texts that would be formulas', () => {
  it('are as they are for programs, and texts for Swedish Excel, asked for in either way', async () => {
    const { id, version } = await lineNamed(api, 'Resursförstärkning, handläggare')
    const fields = { description: '=HYPERLINK("x";1)' }
    expect((await sendEdits(api, [{ setLine: { lineId: id, version, fields } }])).applied).toBe(
      true,
    )
    const query =
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { lines { description amount } } } }'
    expect(await (await askTable(api, query)).text()).toContain(
      '\r\n"=HYPERLINK(""x"";1)",300000.00\r\n',
    )
    for (const ask of [{ search: '?excel=sv' }, { accept: 'text/csv; excel=sv' }]) {
      const bytes = Buffer.from(await (await askTable(api, query, ask)).arrayBuffer())
      expect(bytes.toString()).toMatch(/^\uFEFFjointService\.budget\.lines\.description;/)
      expect(bytes.toString()).toContain(`\r\n"'=HYPERLINK(""x"";1)";300000,00\r\n`)
    }
  })
})
