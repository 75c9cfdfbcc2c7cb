// Expected: 400, 403, 404, 405 or 431; never another protocol, site or frame
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { stored } from './beside.ts'
import { codeOf, mutate } from './mutate.ts'

let api: Api
let admin: Visitor
let stranger: Visitor
let view: { path: string; token: string }
let workbook: string
beforeAll(async () => {
  api = await Api.start()
  admin = await api.as('admin')
  stranger = new Visitor(api.address)
  const input = { name: 'x', query: '{ populationDates }' }
  const { data } = await mutate(api.visitor, 'saveView', input, 'token view { path }')
  view = { path: data.saveView.view.path, token: data.saveView.token }
  const { budgets } = await api.data('{ budgets { nodes { id } } }')
  workbook = `/budgets/${budgets.nodes[0].id}.xlsx`
})
afterAll(() => api[Symbol.asyncDispose]())

const json = { 'content-type': 'application/json' }
const query = (text: string): string => `/graphql?query=${encodeURIComponent(text)}`
const post = (path: string, body: string): [string, RequestInit] => [
  path,
  { method: 'POST', headers: json, body },
]
/** Every kind of answer there is. */
const answers: readonly [what: string, ask: () => Promise<Response>][] = [
  ['a query', () => api.fetch(query('{ viewer { name } }'))],
  ['a kept query', () => api.fetch(query('{ populationDates }'))],
  ['a mutation', () => api.fetch(...post('/graphql', '{"query":"mutation { __typename }"}'))],
  ['a refusal', () => stranger.fetch(query('{ viewer { name } }'))],
  ['a table', () => api.fetch(query('{ populationDates }'), { headers: { accept: 'text/csv' } })],
  ['a view', () => stranger.fetch(`${view.path}.json?token=${view.token}`)],
  ['no view', () => stranger.fetch(`${view.path}.json?token=x`)],
  ['a workbook', () => api.fetch(workbook)],
  ['metrics', () => admin.fetch('/metrics')],
  [
    'a sign-in',
    () => stranger.fetch(...post('/sign-in', '{"email":"a@b.example","password":"x"}')),
  ],
  [
    'a link of the demo',
    () =>
      stranger.fetch(`/sign-in/demo/${api.app.demo!.secrets['analyst']}`, { redirect: 'manual' }),
  ],
  ['no provider', () => stranger.fetch('/sign-in/oidc/callback?code=x')],
  ['a set-up', () => stranger.fetch(...post('/set-up', '{}'))],
  ['an invitation', () => stranger.fetch(...post('/invitation', '{"code":"x"}'))],
  ['a probe', () => stranger.fetch('/ready')],
  ['a signing out', () => stranger.fetch(...post('/sign-out', '{}'))],
]

describe('every answer', () => {
  it.each(answers)('is shown in no frame and read by no other site: %s', async (_what, ask) => {
    const { headers } = await ask()
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const opening = [...headers.keys()].filter((name) => name.startsWith('access-control-'))
    expect(opening).toEqual([])
  })

  it.each(answers)('is kept by nothing between server and person: %s', async (_what, ask) => {
    const { headers } = await ask()
    expect(headers.get('cache-control')).toMatch(/^(no-store|private, no-cache)$/)
  })
})

describe('a session’s cookie', () => {
  it('is for this host, by trusted connections, and read by no script', async () => {
    const link = `/sign-in/demo/${api.app.demo!.secrets['analyst']}`
    const given = async (path: string, init: RequestInit = {}, by = stranger): Promise<string> =>
      (await by.fetch(path, { ...init, redirect: 'manual' })).headers.get('set-cookie')!
    const flags = 'Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age='
    expect(await given(link)).toMatch(new RegExp(`^__Host-andel=[\\w-]{43}; ${flags}43200$`))
    const visitor = await api.as('analyst')
    expect(await given('/sign-out', post('', '{}')[1], visitor)).toBe(`__Host-andel=; ${flags}0`)
  })

  it('is not what a browser brought: fixation', async () => {
    const fixed = 'F'.repeat(43)
    const link = `/sign-in/demo/${api.app.demo!.secrets['analyst']}`
    const planted = new Visitor(api.address, { cookie: `__Host-andel=${fixed}` })
    const { headers } = await planted.fetch(link, { redirect: 'manual' })
    expect(headers.get('set-cookie')).not.toContain(fixed)
    expect(codeOf(await planted.send('{ viewer { name } }'))).toBe('UNAUTHENTICATED')
  })
})

describe('another site', () => {
  it.each(['GET', 'POST', 'OPTIONS'])('is told nothing by %s', async (method) => {
    for (const origin of ['https://evil.example', 'null', `${api.address}.evil.example`]) {
      const headers = { origin, 'access-control-request-method': 'POST', ...json }
      const body = method === 'POST' ? '{"query":"{ populationDates }"}' : null
      const path = method === 'GET' ? query('{ populationDates }') : '/graphql'
      const response = await api.fetch(path, { method, headers, body })
      expect([response.status, codeOf(await response.json())]).toEqual([403, 'FOREIGN_REQUEST'])
      expect(response.headers.has('access-control-allow-origin')).toBe(false)
    }
  })
})

/** What is answered to bytes: status by status, as long as the connection lasts. */
function speak(bytes: string, milliseconds = 2000): Promise<{ statuses: number[]; text: string }> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect({ port: Number(new URL(api.address).port), host: '127.0.0.1' })
    socket.setTimeout(milliseconds, () => socket.destroy())
    socket.setEncoding('latin1').on('data', (part) => (text += String(part)))
    socket
      .on('error', () => undefined)
      .on('close', () => {
        const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) =>
          Number(status),
        )
        resolve({ statuses, text })
      })
    socket.write(bytes)
  })
}

describe('a method', () => {
  it.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('does nothing: %s', async (method) => {
    const before = await stored(api)
    for (const path of [
      '/graphql',
      '/',
      workbook,
      view.path,
      '/sign-out',
      '/metrics',
      '/assets/x',
    ]) {
      const { statuses, text } = await speak(
        `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${api.visitor.headers['cookie']!}\r\nX-Secret: canary\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      )
      // what may be done at an address is all that OPTIONS says
      const fine = method === 'OPTIONS' ? [200, 403, 404, 405, 415] : [400, 404, 405, 415]
      expect([path, fine.includes(statuses[0]!)]).toEqual([path, true])
      expect(text).not.toMatch(/canary|__Host-andel=[\w-]|access-control/i)
    }
    expect(await stored(api)).toEqual(before)
    expect((await api.fetch(query('{ viewer { name } }'))).status).toBe(200)
  })
})

describe('a request within a request', () => {
  const inner = `GET ${query('{ __typename }')} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  const chunk = `0\r\n\r\n${inner}`
  const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

  it.each([
    ['both lengths', `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`],
    [
      'both, the other way',
      `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunk}`,
    ],
    ['two lengths', `${head}Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`],
    ['two lengths in one', `${head}Content-Length: 0, ${inner.length}\r\n\r\n${inner}`],
    ['a length with a sign', `${head}Content-Length: +0\r\n\r\n${inner}`],
    ['a length that is none', `${head}Content-Length: 0x0\r\n\r\n${inner}`],
    ['a coding that is none', `${head}Transfer-Encoding: xchunked\r\n\r\n${chunk}`],
    ['two codings', `${head}Transfer-Encoding: chunked, identity\r\n\r\n${chunk}`],
    ['a space before the colon', `${head}Transfer-Encoding : chunked\r\n\r\n${chunk}`],
    [
      'a header that goes on',
      `${head}X: a\r\n Transfer-Encoding: chunked\r\n\tb: c\r\n\r\n${inner}`,
    ],
    ['a bare line feed', `${head}X: a\nTransfer-Encoding: chunked\r\n\r\n${chunk}`],
    [
      'a chunk’s length that is none',
      `${head}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n${chunk}`,
    ],
  ])('is not answered: %s', async (_what, bytes) => {
    const { statuses } = await speak(bytes)
    expect(statuses).toEqual([400])
  })
})

describe('a connection', () => {
  it('does not become another protocol, but that of streams where they are', async () => {
    for (const path of ['/graphql', '/', '/metrics', '/graphql?x=1', '/graphql/']) {
      const { statuses } = await speak(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
        500,
      )
      expect(statuses).not.toContain(101)
      expect(statuses).toHaveLength(1)
    }
  })

  it.each([
    ['one header of 17 000 characters', `X: ${'x'.repeat(17_000)}\r\n`],
    ['a thousand headers of 100', `X: ${'x'.repeat(100)}\r\n`.repeat(1000)],
  ])('is closed by %s', async (_what, headers) => {
    const { statuses } = await speak(`GET /health HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`)
    expect(statuses).toEqual([431])
  })
})
