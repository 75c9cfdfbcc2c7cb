// Expected: one line an event, whatever is sent; 401 or 403 for metrics
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Product, startProduct, temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'

describe('who watches over the process', () => {
  let api: Api
  let nobody: Visitor
  beforeAll(async () => {
    api = await Api.start()
    nobody = new Visitor(api.address)
  })
  afterAll(() => api[Symbol.asyncDispose]())

  it.each(['/health', '/ready'])(
    'asks %s without signing in, and is told no more',
    async (path) => {
      const response = await nobody.fetch(path)
      expect([response.status, await response.text()]).toEqual([200, '{"status":"ok"}'])
      expect(response.headers.get('cache-control')).toBe('no-store')
      const head = await nobody.fetch(path, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
      expect((await nobody.fetch(path, { method: 'POST' })).status).toBe(405)
    },
  )

  it('is told that it is not ready while the database is not what it must be, but lives', async () => {
    const { em } = api.app.orm
    const [newest] = await em.execute<Loose[]>('select max(name) as name from mikro_orm_migrations')
    await em.execute('delete from mikro_orm_migrations where name = ?', [newest.name])
    const response = await nobody.fetch('/ready')
    expect([response.status, await response.text()]).toEqual([503, '{"status":"unavailable"}'])
    expect((await nobody.fetch('/health')).status).toBe(200)
    await em.execute('insert into mikro_orm_migrations (name) values (?)', [newest.name])
    expect((await nobody.fetch('/ready')).status).toBe(200)
  })

  describe('reads metrics', () => {
    const valueOf = (text: string, series: string): number => {
      const line = text.split('\n').find((one) => one.startsWith(`${series} `))
      return Number(line?.slice(series.length + 1) ?? 0)
    }

    it('as an administrator alone', async () => {
      const anonymous = await nobody.fetch('/metrics')
      expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect((await anonymous.json()).errors[0].extensions.code).toBe('UNAUTHENTICATED')
      for (const role of ['coordinator', 'analyst'])
        expect((await (await api.as(role)).fetch('/metrics')).status).toBe(403)
      const reader = new Visitor(api.address, { authorization: `Bearer ${api.app.demo!.token}` })
      expect((await reader.fetch('/metrics')).status).toBe(403)
    })

    it('that tell of requests, refusals, edits, sessions, the database and the process', async () => {
      const administrator = await api.as('admin')
      const read = async (): Promise<string> => (await administrator.fetch('/metrics')).text()
      const before = await read()
      await api.send('{ municipalities(first: 1) { totalCount } }')
      await api.send('{ municipalities(first: 1) { totalCount } }')
      await nobody.send('{ municipalities(first: 1) { totalCount } }')
      const after = await read()
      const more = (series: string): number => valueOf(after, series) - valueOf(before, series)
      expect(more('andel_requests_total{kind="graphql",status="200"}')).toBeGreaterThanOrEqual(2)
      expect(more('andel_request_duration_seconds_count{kind="graphql"}')).toBe(3)
      expect(more('andel_kept_answers_total{found="yes"}')).toBeGreaterThanOrEqual(1)
      expect(valueOf(after, 'andel_refused_total{code="FORBIDDEN"}')).toBeGreaterThanOrEqual(3)
      expect(valueOf(after, 'andel_changes')).toBeGreaterThan(0)
      expect(valueOf(after, 'andel_sessions')).toBeGreaterThanOrEqual(2)
      const stored = ['database', 'wal'].map((file) =>
        valueOf(after, `andel_database_bytes{file="${file}"}`),
      )
      expect(stored[0]! + stored[1]!).toBeGreaterThan(100_000)
      expect(after).toContain('nodejs_eventloop_lag_p99_seconds')
      expect(after).toContain('process_resident_memory_bytes')
    })
  })
})

describe('the log', () => {
  let data: Awaited<ReturnType<typeof temporaryFolder>>
  let product: Product
  beforeAll(async () => {
    data = await temporaryFolder()
    product = await startProduct({ DATA_DIR: data.path, LOG_LEVEL: 'info' })
  })
  afterAll(async () => {
    await product.end()
    await data.remove()
  })

  it('has a line a request and a line an incident, without secrets, values or forged lines', async () => {
    const link = await product.link('coordinator')
    const office = await Visitor.by(link)
    await office.fetch('/graphql?query=%7BrateLimit%7Bcost%7D%7D&secret=hunter2')
    await sendRaw(product.address, 'GET /x","level":"a%0ab HTTP/1.1')
    const { hostname } = new URL(product.address)
    await sendRaw(product.address, `GET http://anna:hunter2@${hostname}/health HTTP/1.1`)

    const database = new DatabaseSync(join(data.path, 'andel.sqlite'))
    database.exec('drop table saved_view')
    database.close()
    const { errors } = await office.send<Loose>('{ savedViews { nodes { name } } }')
    const { incident } = errors![0]!.extensions
    await product.end()

    const lines = product.said
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    // a line is written when an answer has gone, so the last two may change places; a request is counted when it comes
    const arrival = ({ request }: { request: string }): number =>
      parseInt(request.split('-').at(-1)!, 36)
    const requests = lines
      .filter(({ msg }) => msg === 'request')
      .toSorted((a, b) => arrival(a) - arrival(b))
    expect(requests.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /sign-in/demo/… 303',
      'GET /graphql 200',
      expect.stringMatching(/^GET \/x","level":"a%0ab \d+$/),
      'GET /health 200',
      'POST /graphql 200',
    ])
    const [signIn, query, forged] = requests
    expect(Object.keys(query)).toEqual([
      'level',
      'time',
      'request',
      'actor',
      'method',
      'path',
      'status',
      'ms',
      'msg',
    ])
    expect([forged.level, forged.msg, forged.actor]).toEqual(['info', 'request', undefined])
    expect(query.actor).toMatch(/^[\w-]+$/)
    expect(signIn.request).not.toBe(query.request)

    const told = lines.find((line) => line.incident !== undefined)
    expect(told).toMatchObject({ level: 'error', incident, actor: query.actor })
    expect(told.request).toBe(requests.at(-1).request)
    expect(told.err.message).toBe('no such table: saved_view')

    const log = product.said.filter((line) => line.startsWith('{')).join('\n')
    const cookie = Object.values(office.headers).join().split('=').at(-1)!
    for (const secret of ['hunter2', link.split('/').at(-1)!, cookie, 'demo.invalid', 'select '])
      expect(log).not.toContain(secret)
  })

  it('has no level that nobody knows', async () => {
    await expect(startProduct({ LOG_LEVEL: 'loud' })).rejects.toThrow('LOG_LEVEL is "loud"')
  })
})

/** Sends a request line as it stands; returns when it has been answered. */
async function sendRaw(address: string, line: string): Promise<void> {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) }).resume()
  socket.write(`${line}\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`)
  await once(socket, 'close')
}
