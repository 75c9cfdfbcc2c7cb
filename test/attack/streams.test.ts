// Expected: 403, 404 or 421 before the connection is one; 4401, 4429, 4400 or 1009 after; NOT_FOUND; WRONG_TRANSPORT
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { Api, type Loose } from '../api/api.ts'
import { type Connecting, listen } from '../api/listener.ts'
import { Visitor } from '../visitor.ts'
import { addOutside, canary } from './outside.ts'
import { codeOf } from './mutate.ts'

let api: Api
let budgetId: string
let theirs: string
beforeAll(async () => {
  api = await Api.start()
  const { budgets } = await api.data('{ budgets { nodes { id } } }')
  budgetId = budgets.nodes[0].id
  await addOutside(api)
  const run = (sql: string) => api.app.orm.em.getConnection().execute(sql)
  const [row] = await run(
    "select b.id from budget b join joint_service s on s.id = b.joint_service_id where s.slug = 'utanfor'",
  )
  theirs = Buffer.from(`Budget:${(row as Loose).id}`).toString('base64url')
})
afterAll(() => api[Symbol.asyncDispose]())

const streams = [
  'subscription ($id: ID!) { budgetChanges(budgetId: $id, afterSequence: 0) { sequence changes { after } } }',
  'subscription ($id: ID!) { budgetPresence(budgetId: $id, clientId: "spy") { present { person { name } } } }',
  'subscription ($id: ID!) { budgetComments(budgetId: $id) { id comments { text } } }',
]
const [changes] = streams as [string]

/** With which code a connection ends, or the first that is told. */
async function met(
  visitor: Visitor,
  query: string,
  id: string,
  how?: Connecting,
): Promise<unknown> {
  await using listener = listen<Loose>(visitor, query, { id }, how)
  return await Promise.race([
    listener.closed,
    listener.until((told) => told.length > 0).then(() => codeOf(listener.told[0]) ?? 'told'),
  ])
}

describe.each(streams)('%s', (query) => {
  it('is for nobody who is not signed in', async () => {
    expect(await met(new Visitor(api.address), query, budgetId)).toBe(4401)
  })

  it('is not of a budget of another joint service', async () => {
    for (const role of ['coordinator', 'analyst', 'finance officer']) {
      expect(await met(await api.as(role), query, theirs)).toBe('NOT_FOUND')
    }
  })

  it('is not for an administrator', async () => {
    expect(await met(await api.as('admin'), query, budgetId)).toBe('FORBIDDEN')
  })

  it('is not carried out over HTTP', async () => {
    expect(codeOf(await api.send(query, { id: budgetId }))).toBe('WRONG_TRANSPORT')
    const address = `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify({ id: budgetId }))}`
    expect((await api.fetch(address)).status).not.toBe(200)
  })
})

describe('a connection', () => {
  it('that a page of somebody else opens is refused, also with a cookie', async () => {
    for (const origin of ['https://evil.example', 'null', `${api.address}.evil.example`]) {
      const headers = { ...api.visitor.headers, origin }
      expect(await status('/graphql', headers)).toBe(403)
    }
    const cross = { ...api.visitor.headers, origin: api.address, 'sec-fetch-site': 'cross-site' }
    expect(await status('/graphql', cross)).toBe(403)
  })

  it('has nobody in it when a cookie comes without the origin of its page', async () => {
    const { cookie } = api.visitor.headers as { cookie: string }
    expect(await met(api.visitor, changes, budgetId, { headers: { cookie } })).toBe(4401)
  })

  it('takes no token from its address, and is nowhere else', async () => {
    const { token } = api.app.demo!
    expect(await status(`/graphql?authorization=${token}`, {})).toBe(404)
    expect(await status('/', {})).toBe(404)
    expect(await status('/graphql', { host: 'evil.example' })).toBe(421)
    const params = { authorization: token } // without "Bearer "
    expect(await met(new Visitor(api.address), changes, budgetId, { headers: {}, params })).toBe(
      4401,
    )
    for (const authorization of [{}, ['Bearer'], 1, `Bearer ${'x'.repeat(5000)}`]) {
      const how = { headers: {}, params: { authorization } }
      expect(await met(new Visitor(api.address), changes, budgetId, how)).toBe(4401)
    }
  })

  it('carries no query and no mutation', async () => {
    expect(await met(api.visitor, '{ viewer { id } }', budgetId)).toBe('WRONG_TRANSPORT')
    const write = 'mutation { endOtherSessions { __typename } }'
    expect(await met(api.visitor, write, budgetId)).toBe('WRONG_TRANSPORT')
  })

  it('limits documents as everywhere', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `a${index}: sequence`).join(' ')
    const many = `subscription ($id: ID!) { budgetChanges(budgetId: $id, afterSequence: 0) { ${aliases} } }`
    await using listener = listen<Loose>(api.visitor, many, { id: budgetId })
    await listener.ended
    expect(listener.told).toEqual([])
  })

  it('is closed by a frame of more than 64 KiB', async () => {
    const socket = await open()
    socket.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(65 * 1024) } }))
    const [code] = await once(socket, 'close')
    expect(code).toBe(1009)
  })

  it.each([
    ['no JSON', 'nothing', 4400],
    ['another message', '{"type":"drop"}', 4400],
    ['a stream before a greeting', '{"type":"subscribe","id":"1","payload":{"query":"x"}}', 4401],
  ])('is closed by %s', async (_what, text, expected) => {
    const socket = await open()
    socket.send(text)
    const [code] = await once(socket, 'close')
    expect(code).toBe(expected)
  })

  it('carries twenty streams', async () => {
    const socket = await open()
    socket.send('{"type":"connection_init"}')
    await once(socket, 'message')
    const payload = { query: changes, variables: { id: budgetId } }
    for (let number = 0; number < 101; number++)
      socket.send(JSON.stringify({ type: 'subscribe', id: String(number), payload }))
    const [code] = await once(socket, 'close')
    expect(code).toBe(4429)
  })

  it('counts none that it has refused', async () => {
    const socket = await open()
    const answers: Loose[] = []
    socket.on('message', (text) => answers.push(JSON.parse(String(text))))
    socket.send('{"type":"connection_init"}')
    await once(socket, 'message')
    for (let number = 0; number < 30; number++) {
      const payload = { query: 'subscription { nothing }' }
      socket.send(JSON.stringify({ type: 'subscribe', id: String(number), payload }))
      await once(socket, 'message')
    }
    const payload = { query: changes, variables: { id: budgetId } }
    socket.send(JSON.stringify({ type: 'subscribe', id: 'last', payload }))
    await once(socket, 'message')
    expect(answers.filter(({ type }) => type === 'error')).toHaveLength(30)
    expect(answers.at(-1)).toMatchObject({ type: 'next', id: 'last' })
    socket.close()
  })

  it('is one of twenty that somebody has', async () => {
    const analyst = await api.as('analyst')
    const query = streams[2]!
    const all = Array.from({ length: 21 }, () => listen<Loose>(analyst, query, { id: budgetId }))
    const first = await Promise.race(all.map((one) => one.closed))
    expect(first).toBe(4429)
    await Promise.all(all.map((one) => one[Symbol.asyncDispose]()))
  })

  it('tells nothing of another joint service', async () => {
    await using listener = listen<Loose>(api.visitor, changes, { id: budgetId })
    await listener.until((told) => told.length > 0)
    expect(JSON.stringify(listener.told)).not.toContain(canary)
  })
})

/** A connection of the co-ordinator's page, before any greeting. */
async function open(): Promise<WebSocket> {
  const headers = { ...api.visitor.headers, origin: api.address }
  const socket = new WebSocket(`${api.address}/graphql`, 'graphql-transport-ws', { headers })
  await once(socket, 'open')
  return socket
}

/** The status with which a connection is refused. */
async function status(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(`${api.address}${path}`, 'graphql-transport-ws', { headers })
  const refused = Promise.withResolvers<number | undefined>()
  socket.on('unexpected-response', (_request, response) => refused.resolve(response.statusCode))
  socket.on('open', () => refused.resolve(101))
  socket.on('error', () => undefined)
  return await refused.promise.finally(() => socket.terminate())
}
