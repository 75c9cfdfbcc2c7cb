import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api.ts'
import { OfficeHost, cut, emptyFailure, redirectTo, tooMany } from './host.ts'

const years = Array.from({ length: 23 }, (_, index) => String(2002 + index))
let api: Api
let host: OfficeHost
let codes: string[]

beforeAll(async () => {
  host = await OfficeHost.start()
  api = await Api.start({ statisticsHosts: [...host.setting, '127.0.0.1:1'] })
  const { municipalities } = await api.data('{ municipalities(first: 300) { nodes { code } } }')
  codes = municipalities.nodes.map(({ code }: Loose) => code)
  host.maxDataCells = 3000
  const ofAll = (time: string): number => (time === '2021' ? 5214 : 1000 + Number(time))
  host.tables = {
    TAB638: { 2303: { 2021: 5210, 2023: 5136, 2024: null }, 2305: { 2021: 6175 } },
    TAB1267: Object.fromEntries(
      codes.map((code) => [code, Object.fromEntries(years.map((year) => [year, ofAll(year)]))]),
    ),
    FolkmangdNov: { 2303: { 2021: 5214 } },
    TAB5444: { 2303: { '2024M12': 5100 } },
    TAB6471: { 2303: { '2025M03': 5095 } },
    N01951: { 2303: { 2023: 5135 }, 2305: { 2023: 6099 }, 2380: { 2023: null } },
  }
})
beforeEach(() => {
  host.asked = []
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await host[Symbol.asyncDispose]()
})

const query = `query ($input: FetchPopulationsInput!) { fetchPopulations(input: $input) {
  format title table dateKind source quality asks problemCount
  figures { municipality { code } on inhabitants state before { inhabitants revision } }
  problems { code row region time value figures } } }`

const fetched = async (input: object): Promise<Loose> =>
  (await api.data(query, { input })).fetchPopulations
const refused = async (input: object): Promise<Loose> =>
  (await api.send(query, { input })).errors?.[0]?.extensions
const figuresOf = ({ figures }: Loose): unknown[] =>
  figures.map(({ municipality, on, inhabitants, state }: Loose) => [
    municipality.code,
    on,
    inhabitants,
    state,
  ])
const tablesAsked = (): string[] =>
  host.asked.flatMap(({ url }) => /tables\/(\w+)\/data/.exec(url.pathname)?.[1] ?? [])

describe('a series of SCB', () => {
  it('is fetched from its table, beside what is stored', async () => {
    const input = {
      dateKind: 'DECEMBER_31',
      dates: ['2021-12-31', '2023-12-31', '2024-12-31'],
      municipalityCodes: ['2303'],
    }
    const proposal = await fetched(input)
    expect(figuresOf(proposal)).toEqual([
      ['2303', '2021-12-31', 5210, 'SAME'],
      ['2303', '2023-12-31', 5136, 'CHANGED'],
    ])
    expect(proposal).toMatchObject({
      format: 'JSON_STAT',
      table: 'TAB638',
      dateKind: 'DECEMBER_31',
      quality: 'PUBLISHED',
      problems: [{ code: 'MISSING', region: '2303 2303', time: '2024' }],
    })
    expect(proposal.source).toMatch(/^SCB, TAB638: .*Källa: SCB.*hämtad \d{4}-\d\d-\d\d/)
    expect(proposal.figures[1].before).toEqual({ inhabitants: 5135, revision: 1 })
  })

  it('goes on in another table, and says what none of them has', async () => {
    const dates = ['2024-12-31', '2025-03-31', '2031-01-31']
    const proposal = await fetched({ dateKind: 'MONTH_END', dates, municipalityCodes: ['2303'] })
    expect(figuresOf(proposal).map((figure) => (figure as unknown[]).slice(1, 3))).toEqual([
      ['2024-12-31', 5100],
      ['2025-03-31', 5095],
    ])
    expect(proposal.problems).toMatchObject([{ code: 'NOT_THERE', time: '2031M01' }])
    expect(tablesAsked()).toEqual(['TAB5444', 'TAB6471'])
  })

  it('is asked for totals alone, by POST when the address is long, in parts when it is much', async () => {
    const dates = years.map((year) => `${year}-11-01`)
    const { figures, problems } = await fetched({ dateKind: 'NOVEMBER_1', dates })
    expect([figures.length, problems]).toEqual([290 * 23, []])
    const data = host.asked.filter(({ url }) => url.pathname.endsWith('/data'))
    expect(data.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST'])
    expect(data[0]!.body).toContain('{"variableCode":"Kon","valueCodes":["TotSa"]}')
  })

  it('is kept for an hour', async () => {
    const input = { dateKind: 'DECEMBER_31', dates: ['2021-12-31'], municipalityCodes: ['2303'] }
    const first = await fetched(input)
    const questions = host.asked.length
    expect(await fetched(input)).toEqual(first)
    expect(host.asked).toHaveLength(questions)
  })
})

describe('Kolada', () => {
  it('is read page by page', async () => {
    host.pageSize = 1
    const municipalityCodes = ['2303', '2305', '2380', '0114']
    const input = { office: 'KOLADA', dateKind: 'DECEMBER_31', dates: ['2023-12-31'] }
    const proposal = await fetched({ ...input, municipalityCodes })
    expect(figuresOf(proposal).map((figure) => (figure as unknown[]).slice(0, 3))).toEqual([
      ['2303', '2023-12-31', 5135],
      ['2305', '2023-12-31', 6099],
    ])
    expect(proposal.problems.map(({ code, region }: Loose) => [code, region]).toSorted()).toEqual([
      ['MISSING', '2380'],
      ['NOT_THERE', '0114'],
    ])
    expect(await refused({ ...input, dateKind: 'NOVEMBER_1' })).toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('an address', () => {
  const one = { municipalityCodes: ['2303'] }
  it.each([
    ['/api/v2/tables/TAB1267', 'TAB1267'],
    ['/api/v2/tables/TAB1267/data?lang=sv&valueCodes[Region]=2303&valueCodes[Tid]=2021', 'TAB1267'],
    ['/OV0104/v1/doris/sv/ssd/START/BE/BE0101/BE0101A/FolkmangdNov', 'FolkmangdNov'],
    [
      'https://www.statistikdatabasen.scb.se/pxweb/sv/ssd/START__BE__BE0101__BE0101A/FolkmangdNov/',
      'FolkmangdNov',
    ],
  ])('%s leads to its table', async (address, table) => {
    const [, path] = /^https:\/\/www\.([^/]+.*)/.exec(address) ?? []
    const full = path === undefined ? `${host.origin}${address}` : address
    const proposal = await fetched({ ...one, address: full, dates: ['2021-11-01'] })
    expect(figuresOf(proposal)).toEqual([['2303', '2021-11-01', 5214, 'SAME']])
    expect(proposal.table).toContain(table)
  })

  it('of a file is read as one, whatever it is called', async () => {
    const proposal = await fetched({ address: `${host.origin}/folkmangd.csv` })
    expect(figuresOf(proposal)).toMatchObject([['2321', '2021-11-01', 12_105, 'SAME']])
  })

  it.each([
    'https://example.com/tables/TAB1267',
    'http://127.0.0.1:2/api/v2/tables/TAB1267',
    'http://api.scb.se:8080/x.csv',
    'file:///etc/passwd',
    'https://name:word@api.scb.se/x.csv',
    'not an address',
  ])('%s is not asked', async (address) => {
    expect(await refused({ ...one, address })).toMatchObject({ code: 'OFFICE_NOT_ALLOWED' })
    expect(host.asked).toEqual([])
  })

  it('that leads elsewhere is not followed', async () => {
    host.mishaps = [redirectTo('http://169.254.169.254/latest/meta-data')]
    const address = `${host.origin}/elsewhere.csv`
    expect(await refused({ address })).toMatchObject({ code: 'OFFICE_NOT_ALLOWED' })
  })
})

describe('an office that has trouble', () => {
  it('is asked again, and waited for as long as it wants', async () => {
    host.mishaps = [emptyFailure, cut, tooMany({ 'x-rate-limit-reset': '1' })]
    const began = Date.now()
    expect((await fetched({ address: `${host.origin}/again.csv` })).figures).toHaveLength(1)
    expect(host.asked).toHaveLength(4)
    expect(Date.now() - began).toBeGreaterThan(1000)
  })

  it.each([
    ['/nothing/there', 'OFFICE_FAILED'],
    [':1/x.csv', 'OFFICE_SILENT'],
  ])('is told of: %s', async (path, code) => {
    const address = path.startsWith(':') ? `http://127.0.0.1${path}` : `${host.origin}${path}`
    expect(await refused({ address })).toMatchObject({ code })
  })

  it('is left alone when it wants to be for long', async () => {
    host.mishaps = [tooMany({ 'retry-after': '3600' })]
    const { code, details } = await refused({ address: `${host.origin}/later.csv` })
    expect([code, details]).toEqual(['OFFICE_BUSY', { seconds: 3600 }])
    expect(host.asked).toHaveLength(1)
  })
})
