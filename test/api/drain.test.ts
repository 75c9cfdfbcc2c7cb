import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startProduct, temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { EditStorm, storedEdits } from './edit-storm.ts'

let data: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  data = await temporaryFolder()
})
afterAll(() => data.remove())

it('asked to end, it answers what is under way, takes nothing more on and loses no edit', async () => {
  const first = await startProduct({ DATA_DIR: data.path })
  const office = await Visitor.by(await first.link('coordinator'))
  const plain = await begin(office, 'application/json')
  const table = await begin(office, 'text/csv')
  const storm = await EditStorm.start(office)
  await storm.more(20)

  const ended = first.end('SIGTERM')
  while (await isTaken(first.address)) await new Promise((resolve) => setImmediate(resolve))
  const [answer, rows] = [await plain.finish(), await table.finish()]
  await ended
  await storm.end()

  expect(first.exitCode()).toBe(0)
  for (const { status, connection } of [answer, rows])
    expect({ status, connection }).toEqual({ status: 200, connection: 'close' })
  expect(JSON.parse(answer.body).data.municipalities.nodes).toHaveLength(290)
  expect(rows.body.trimEnd().split('\n')).toHaveLength(291)

  const second = await startProduct({ DATA_DIR: data.path })
  try {
    const { lines, halves } = await storedEdits(await Visitor.by(await second.link('coordinator')))
    for (const mark of storm.answered)
      expect(lines.filter((description) => description === mark)).toHaveLength(1)
    expect(halves).toEqual([])
  } finally {
    await second.end()
  }
})

const question = JSON.stringify({
  query: '{ municipalities(first: 1000) { nodes { code name } } }',
})

/** Sends half of a request, and returns when the server is at work on it. */
async function begin({ address, headers }: Visitor, accept: string) {
  const half = request(`${address}/graphql`, {
    method: 'POST',
    headers: {
      ...headers,
      accept,
      'content-type': 'application/json',
      'content-length': question.length,
      expect: '100-continue',
    },
  })
  half.flushHeaders()
  await once(half, 'continue')
  half.write(question.slice(0, 10))
  return { finish: () => finish(half) }
}

async function finish(half: ClientRequest) {
  const [response] = (await once(half.end(question.slice(10)), 'response')) as [IncomingMessage]
  const { statusCode: status, headers } = response
  return { status, connection: headers.connection, body: await text(response) }
}

/** Whether a new connection is taken. */
async function isTaken(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) })
  return once(socket, 'connect').then(
    () => {
      socket.destroy()
      return true
    },
    () => false,
  )
}
