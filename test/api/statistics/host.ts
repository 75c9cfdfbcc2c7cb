import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an office has: inhabitants by municipality code and time. */
export type OfficeFigures = Readonly<Record<string, Readonly<Record<string, number | null>>>>

interface Question {
  readonly url: URL
  readonly method: string
  readonly body: string
}

/** What goes wrong with an answer, once. */
export type Mishap = (response: ServerResponse) => void

export const tooMany =
  (headers: Readonly<Record<string, string>>): Mishap =>
  (response) =>
    response.writeHead(429, headers).end()
export const emptyFailure: Mishap = (response) => response.writeHead(500).end()
export const cut: Mishap = (response) => response.destroy()
export const redirectTo =
  (location: string): Mishap =>
  (response) =>
    response.writeHead(302, { location }).end()

/** A statistics office on this machine, which answers in the shapes of SCB's and Kolada's APIs. */
export class OfficeHost implements AsyncDisposable {
  asked: Question[] = []
  /** Each is what happens to the next question. */
  mishaps: Mishap[] = []
  /** Cells of one answer, as `/config` tells them. */
  maxDataCells = 150_000
  maxCalls = 100
  pageSize = 5000
  /** By table id; Kolada's under its own indicator. */
  tables: Record<string, OfficeFigures> = {}

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<OfficeHost> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const host = new OfficeHost(server, `http://127.0.0.1:${port}`)
    server.on('request', (request, response) => void host.answer(request, response))
    return host
  }

  /** As the setting names it: this host in the place of the offices. */
  get setting(): string[] {
    const inPlaceOf = ['statistikdatabasen.scb.se', 'api.scb.se', 'api.kolada.se']
    return [...inPlaceOf.map((host) => `${host}=${this.origin}`), new URL(this.origin).host]
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const question = {
      url: new URL(request.url!, this.origin),
      method: request.method!,
      body: Buffer.concat(parts).toString(),
    }
    this.asked.push(question)
    const mishap = this.mishaps.shift()
    if (mishap) return mishap(response)
    const found = this.route(question)
    if (found instanceof Buffer) {
      response.writeHead(200, { 'content-type': 'text/csv; charset=iso-8859-1' }).end(found)
    } else if (typeof found === 'number') response.writeHead(found).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found))
  }

  private route(question: Question): object | number {
    const { url, method } = question
    if (url.href.length - this.origin.length > 2100) return 404
    const path = decodeURIComponent(url.pathname)
    if (path === '/api/v2/config') return this.config()
    const [, id, what] = /^\/api\/v2\/tables\/(\w+)\/(metadata|data)$/.exec(path) ?? []
    if (id !== undefined) return what === 'metadata' ? this.metadata(id) : this.data(id, question)
    if (path.startsWith('/v3/data/kpi/')) return this.kolada(url, path)
    if (path.endsWith('.csv')) return this.csv()
    const name = path.split('/').at(-1)!
    if (!this.tables[name]) return 404
    return method === 'GET' ? this.oldMetadata(name) : this.data(name, question)
  }

  private config(): object {
    return {
      apiVersion: '2.2.0',
      maxDataCells: this.maxDataCells,
      maxCallsPerTimeWindow: this.maxCalls,
      timeWindow: 1,
      sourceReferences: [{ language: 'sv', text: 'Källa: SCB' }],
    }
  }

  private codes(id: string): { regions: string[]; times: string[] } {
    const figures = this.tables[id] ?? {}
    const times = new Set(Object.values(figures).flatMap((byTime) => Object.keys(byTime)))
    return { regions: Object.keys(figures), times: [...times].toSorted() }
  }

  private metadata(id: string): object | number {
    const { regions, times } = this.codes(id)
    if (regions.length === 0) return 404
    return this.dataset(id, {
      Region: regions,
      Alder: ['TotSA', '0'],
      Kon: ['TotSa', '1', '2'],
      ContentsCode: ['X'],
      Tid: times,
    })
  }

  private dataset(id: string, codes: Readonly<Record<string, readonly string[]>>): object {
    const labels: Readonly<Record<string, string>> = {
      TotSA: 'totalt, samtliga åldrar',
      TotSa: 'totalt, samtliga män och kvinnor',
      X: 'Folkmängd',
    }
    const asCategory = (list: readonly string[]) => ({
      index: Object.fromEntries(list.map((code, index) => [code, index])),
      label: Object.fromEntries(list.map((code) => [code, labels[code] ?? code])),
    })
    return {
      version: '2.0',
      class: 'dataset',
      label: `Folkmängd efter region (${id})`,
      source: 'SCB',
      role: { time: ['Tid'], metric: ['ContentsCode'] },
      id: Object.keys(codes),
      size: Object.values(codes).map((list) => list.length),
      dimension: Object.fromEntries(
        Object.entries(codes).map(([name, list]) => [
          name,
          { label: name, category: asCategory(list), extension: { elimination: name === 'Kon' } },
        ]),
      ),
      extension: { px: { tableid: id } },
    }
  }

  private data(id: string, { url, method, body }: Question): object | number {
    const selection = method === 'POST' ? postedSelection(body) : addressSelection(url)
    const { Region: regions, Tid: times } = selection
    if (!regions || !times) return 400
    if (Object.values(selection).some((list) => new Set(list).size < list.length)) return 500
    const size = Object.values(selection).reduce((product, list) => product * list.length, 1)
    if (size > this.maxDataCells) return 403
    const value = regions.flatMap((code) =>
      times.map((time) => this.tables[id]?.[code]?.[time] ?? null),
    )
    return { ...this.dataset(id, selection), value }
  }

  private oldMetadata(name: string): object {
    const { regions, times } = this.codes(name)
    return {
      title: `${name} efter region och år`,
      variables: [
        { code: 'Region', text: 'region', values: regions, valueTexts: regions },
        {
          code: 'Kon',
          text: 'kön',
          values: ['1', '2'],
          valueTexts: ['män', 'kvinnor'],
          elimination: true,
        },
        {
          code: 'ContentsCode',
          text: 'tabellinnehåll',
          values: ['BE0101A9'],
          valueTexts: ['Folkmängd'],
        },
        { code: 'Tid', text: 'år', values: times, valueTexts: times, time: true },
      ],
    }
  }

  private kolada(url: URL, path: string): object {
    const [, kpi = '', codes = '', years = ''] =
      /\/kpi\/(\w+)\/municipality\/([\w,]+)\/year\/([\d,]+)/.exec(path) ?? []
    const page = Number(url.searchParams.get('page') ?? '1')
    const all = codes.split(',').flatMap((municipality) =>
      years.split(',').flatMap((year) => {
        const value = this.tables[kpi]?.[municipality]?.[year]
        const values = [{ gender: 'T', count: 1, status: value === null ? 'Missing' : '', value }]
        return value === undefined ? [] : [{ kpi, municipality, period: Number(year), values }]
      }),
    )
    const next = new URL(url)
    next.searchParams.set('page', String(page + 1))
    const values = all.slice((page - 1) * this.pageSize, page * this.pageSize)
    const isLast = all.length <= page * this.pageSize
    // one client reads next_url, another next_page: an odd page has the one, an even page the other
    const name = page % 2 === 1 ? 'next_url' : 'next_page'
    return { values, count: values.length, [name]: isLast ? null : next.href }
  }

  private csv(): Buffer {
    return Buffer.from('"region","Folkmängd 1 november 2021"\r\n"2321 Åre",12105\r\n', 'latin1')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

type Selected = Readonly<Record<string, readonly string[]>>

function addressSelection(url: URL): Selected {
  return Object.fromEntries(
    [...url.searchParams].flatMap(([name, value]) => {
      const id = /^valueCodes\[(\w+)\]$/.exec(name)?.[1]
      return id === undefined ? [] : [[id, value.split(',')] as const]
    }),
  )
}

/** As API 2 has it, or API 1. */
function postedSelection(body: string): Selected {
  const posted = JSON.parse(body) as {
    selection?: { variableCode: string; valueCodes: string[] }[]
    query?: { code: string; selection: { values: string[] } }[]
  }
  return Object.fromEntries([
    ...(posted.selection ?? []).map((one) => [one.variableCode, one.valueCodes] as const),
    ...(posted.query ?? []).map((one) => [one.code, one.selection.values] as const),
  ])
}
