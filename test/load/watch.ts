import WebSocket from 'ws'
import type { Visitor } from '../visitor.ts'

const subscription = `subscription ($budgetId: ID!, $afterSequence: Int!) {
  budgetChanges(budgetId: $budgetId, afterSequence: $afterSequence) {
    sequence changes { sequence entity entityId version field before after at actor actorId batch } } }`

/** What one watcher is told. */
export interface Watcher {
  /** How often each mark has come, by its number. */
  readonly seen: Uint8Array
  messages: number
  close(): void
}

export interface Watching {
  readonly address: string
  readonly headers: Visitor['headers']
  readonly budgetId: string
  readonly afterSequence: number
  /** Marks that there can be at most. */
  readonly marks: number
  arrived(mark: number, at: number): void
  failed(what: string): void
}

/**
 * Listens to a budget as a page does, over graphql-transport-ws. What it is told is looked through for marks and not parsed: five
 * hundred pages are not on one machine.
 *
 * @returns once it is let in and has begun to listen
 */
export function watch(watching: Watching): Promise<Watcher> {
  const { address, headers, budgetId, afterSequence, marks, arrived, failed } = watching
  const socket = new WebSocket(
    `${address.replace(/^http/, 'ws')}/graphql`,
    'graphql-transport-ws',
    { headers: { ...headers, origin: address }, perMessageDeflate: false },
  )
  let closing = false
  const watcher: Watcher = {
    seen: new Uint8Array(marks),
    messages: 0,
    close() {
      closing = true
      socket.close(1000)
    },
  }
  return new Promise((resolve, reject) => {
    const send = (message: object): void => socket.send(JSON.stringify(message))
    socket.on('open', () => send({ type: 'connection_init' }))
    socket.on('error', reject)
    socket.on('close', (code) => {
      reject(new Error(`closed ${code}`))
      if (!closing) failed(`a stream was closed: ${code}`)
    })
    socket.on('message', (data: Buffer) => {
      const at = performance.now()
      const text = data.toString('latin1')
      if (text.startsWith('{"type":"connection_ack"')) {
        const variables = { budgetId, afterSequence }
        send({ id: '1', type: 'subscribe', payload: { query: subscription, variables } })
        return resolve(watcher)
      }
      if (text.includes('"type":"ping"')) return send({ type: 'pong' })
      if (!text.includes('"type":"next"') || text.includes('"errors":'))
        return failed(text.slice(0, 200))
      watcher.messages += 1
      for (const [, number] of text.matchAll(/"after":"mark (\d+)"/g)) {
        const mark = Number(number)
        watcher.seen[mark]! += 1
        arrived(mark, at)
      }
    })
  })
}
