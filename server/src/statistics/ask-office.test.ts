import { type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Fault } from '@andel/schema/fault'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Offices } from './ask-office.ts'
import { readOfficeAddress } from './office-address.ts'
import { OfficeHosts, isHostEntry, isPrivate } from './office-hosts.ts'
import { secondsToWait } from './seconds-to-wait.ts'

let server: Server
let offices: Offices
let origin: string
let answers: ((response: ServerResponse) => void)[]
let asked: (string | undefined)[]

beforeEach(async () => {
  answers = []
  asked = []
  server = createServer(({ url }, response) => {
    asked.push(url)
    const answer = answers.shift() ?? ((one: ServerResponse) => one.end('fine'))
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  origin = `http://${host}`
  const patience = { timeout: 150, retries: 3, pause: 5, longestWait: 100 }
  offices = new Offices(new OfficeHosts([host]), patience)
})
afterEach(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(code, headers).end()
  }
const ask = async (path = '/'): Promise<string> =>
  new TextDecoder().decode((await offices.ask(origin + path)).bytes)
const refusal = async (path?: string): Promise<string> => {
  const thrown: unknown = await ask(path).catch((error: unknown) => error)
  return thrown instanceof Fault ? thrown.code : `not refused: ${String(thrown)}`
}

describe('asking', () => {
  it.each([
    ['an error without words', status(500)],
    ['a cut connection', (response: ServerResponse) => void response.destroy()],
    ['silence', () => undefined],
    [
      'half an answer',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('half', () => response.destroy())
      },
    ],
    ['too many questions', status(429, { 'retry-after': '0' })],
  ])('goes on after %s', async (_, answer) => {
    answers = [answer]
    expect(await ask()).toBe('fine')
    expect(asked).toHaveLength(2)
  })

  it.each([
    [500, 'OFFICE_FAILED', 4],
    [404, 'OFFICE_FAILED', 1],
    [429, 'OFFICE_BUSY', 1],
  ])('ends with what stays %i', async (code, fault, times) => {
    answers = Array.from({ length: 9 }, () => status(code))
    expect(await refusal()).toBe(fault)
    expect(asked).toHaveLength(times)
  })

  it('asks the same thing once', async () => {
    expect([await ask('/a'), await ask('/a'), await ask('/b')]).toEqual(['fine', 'fine', 'fine'])
    expect(asked).toHaveLength(2)
  })

  it('asks no oftener than it may', async () => {
    offices.setPace(origin, 2, 0.3)
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const answered = ['/1', '/2', '/3', '/4', '/5'].map(ask)
    for (const [since, paths] of [
      [0, ['/1', '/2']],
      [299, ['/1', '/2']],
      [1, ['/1', '/2', '/3', '/4']],
      [300, ['/1', '/2', '/3', '/4', '/5']],
    ] as const) {
      vi.advanceTimersByTime(since)
      await Promise.all(answered.slice(0, paths.length))
      expect(asked.toSorted()).toEqual(paths)
    }
  })

  it('follows to allowed hosts alone, and not for ever', async () => {
    answers = [status(302, { location: '/there' })]
    expect(await ask('/here')).toBe('fine')
    answers = [status(302, { location: 'http://127.0.0.2/' })]
    expect(await refusal('/away')).toBe('OFFICE_NOT_ALLOWED')
    answers = Array.from({ length: 9 }, () => status(302, { location: '/round' }))
    expect(await refusal('/round')).toBe('OFFICE_FAILED')
  })

  it('reads no more than a file may be', async () => {
    answers = [(response) => void response.end(Buffer.alloc(11 * 1024 * 1024))]
    offices = new Offices(new OfficeHosts([new URL(origin).host]))
    expect(await refusal()).toBe('FILE_TOO_LARGE')
    expect(asked).toHaveLength(1)
  })
})

describe('hosts', () => {
  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('%s lies in a private network', (address) => expect(isPrivate(address)).toBe(true))
  it.each(['193.181.25.1', '2a00:801::1', '::ffff:193.181.25.1'])('%s does not', (address) =>
    expect(isPrivate(address)).toBe(false),
  )

  it('are named in the setting, plain HTTP on this machine alone', () => {
    const good = [
      'api.scb.se',
      '127.0.0.1:4100',
      'api.scb.se=https://mirror.example',
      'a=http://[::1]:1',
    ]
    expect(good.filter(isHostEntry)).toEqual(good)
    const bad = [
      'https://api.scb.se',
      'a b',
      'api.scb.se=http://mirror.example',
      'api.scb.se/x',
      '',
    ]
    expect(bad.filter(isHostEntry)).toEqual([])
  })

  it('are asked in the place of others', () => {
    const hosts = new OfficeHosts(['api.scb.se=https://mirror.example'])
    expect(hosts.allow('https://api.scb.se/x?y=1').url.href).toBe('https://mirror.example/x?y=1')
    expect(() => hosts.allow('http://api.scb.se/')).toThrow(Fault)
    expect(() => new OfficeHosts(undefined).allow('http://api.kolada.se/')).toThrow(Fault)
  })
})

it.each([
  [{ 'retry-after': '3' }, 3],
  [{ 'x-rate-limit-reset': '2.5' }, 2.5],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:07 GMT' }, 7],
  [{ 'x-rate-limit-reset': String(Date.UTC(2026, 0) / 1000 + 4) }, 4],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
])('%o means %s seconds', (headers, seconds) => {
  expect(secondsToWait(new Headers(headers as Record<string, string>), Date.UTC(2026, 0))).toBe(
    seconds,
  )
})

it.each([
  ['https://statistikdatabasen.scb.se/api/v2/tables/TAB638', 'PXWEB_2'],
  ['https://statistikdatabasen.scb.se/api/v2/tables/TAB638/data?lang=sv', 'PXWEB_2'],
  [
    'https://statistikdatabasen.scb.se/api/v2/tables/TAB638/data?valueCodes[Tid]=2021',
    'PXWEB_2_DATA',
  ],
  ['https://www.statistikdatabasen.scb.se/sv/table/TAB638', 'PXWEB_2'],
  [
    'https://www.statistikdatabasen.scb.se/pxweb/sv/ssd/START__BE__BE0101__BE0101A/BefolkManad/',
    'PXWEB_1',
  ],
  ['https://api.scb.se/OV0104/v1/doris/sv/ssd/START/BE/BE0101/BE0101A/FolkmangdNov', 'PXWEB_1'],
  ['https://pxweb.asub.ax/PXWeb/api/v1/sv/Statistik/BE/BE001.px', 'PXWEB_1'],
  ['https://api.kolada.se/v3/data/kpi/N01951/year/2023', 'KOLADA'],
  ['https://api.scb.se/x.csv', 'FILE'],
])('%s leads to %s', (address, kind) => {
  expect(readOfficeAddress(address)?.kind).toBe(kind)
})
