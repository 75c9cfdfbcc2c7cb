import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { Fault } from '@andel/schema/fault'
import type { Actor } from '../access/actor.ts'
import { asErrors } from '../execution/execution.ts'
import { Streams } from '../execution/streams.ts'
import { isForeign } from '../http/refuse-foreign.ts'
import { type Reach, isReachedBy } from '../http/refuse-other-hosts.ts'
import type { Serving } from '../http/serve-graphql.ts'
import { log } from '../operation/log.ts'
import { meters } from '../operation/meters.ts'
import {
  type Begun,
  beginStream,
  formatted,
  formattedErrors,
  readSubscription,
} from './begin-stream.ts'
import { type Greeting, greet } from './greet.ts'
import { Line } from './line.ts'

/** Bytes of one message that somebody sends. */
const largestFrame = 64 * 1024

/** Milliseconds to say who one is, and between two signs of life. */
const patience = 5_000
const heartbeat = 25_000

/** Milliseconds after which it is asked again whether a session lasts, and once more when rights have changed: who was being looked up then may have been known by what was before. */
const doubt = 5_000
const afterthought = 700

/** Connections of one person. */
const mostLines = 20

/** Ends all streams; whoever listens comes back by itself. */
export interface LiveService {
  end(): Promise<void>
}

/** Subscriptions over WebSocket at `/graphql`, in the protocol graphql-transport-ws. */
export function serveLive(serving: Serving, reach: Reach): LiveService {
  const { http, authentication, bell } = serving
  const streams = new Streams(serving.execution)
  const lines = new Set<Line>()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
  })
  const protocol = makeServer<Greeting, Line>({
    connectionInitWaitTimeout: patience,
    async onConnect({ extra: line, connectionParams }) {
      const actor = await greet(authentication, line.request, connectionParams)
      if (!actor) return line.close(4401, 'Unauthorized')
      if (linesOf(actor, lines) >= mostLines) return line.close(4429, 'Too many connections')
      line.greeted(actor, connectionParams)
      return true
    },
    onSubscribe: ({ extra: line }, _id, payload) => readSubscription(serving, line, payload),
    subscribe: ({ contextValue }) => beginStream(streams, contextValue as Begun),
    execute: () => asErrors(new Fault('WRONG_TRANSPORT')),
    onNext: ({ extra: line }, _id, _payload, _args, result) => formatted(line, result),
    onError({ extra: line }, _id, _payload, errors) {
      line.begun -= 1 // it is refused before it is one
      return formattedErrors(line, errors)
    },
    onComplete: ({ extra: line }) => void (line.begun -= 1),
  })
  let ending = false

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const status = ending ? 503 : refusalOf(request, reach)
    if (status !== undefined) return refuse(socket, status)
    sockets.handleUpgrade(request, socket, head, (webSocket) => open(webSocket, request))
  })

  function open(webSocket: WebSocket, request: IncomingMessage): void {
    const line = new Line(webSocket, request)
    lines.add(line)
    meters.streams.set(lines.size)
    const closed = protocol.opened(line, line)
    webSocket.on('error', () => undefined) // a close follows
    webSocket.once('close', (code, reason) => {
      lines.delete(line)
      meters.streams.set(lines.size)
      void closed(code, String(reason))
    })
  }

  /** Closes what somebody no longer may listen to. */
  async function closeWhatEnded(): Promise<void> {
    for (const line of lines) {
      const { actor } = line
      if (!actor) continue
      const now = await authentication.presently(actor)
      if (!now.isSignedIn) line.close(4401, 'Unauthorized')
      else if (now.rights !== actor.rights) line.close(4403, 'Rights have changed')
    }
  }

  let looking = 0

  /** Whoever cannot be looked up now, because the database is away, is looked up the next time. */
  async function look(): Promise<void> {
    looking += 1
    try {
      await closeWhatEnded()
    } catch (err) {
      log.warn({ err }, 'who listens could not be looked up')
    } finally {
      looking -= 1
    }
  }

  let later: NodeJS.Timeout | undefined
  const hearing = bell.hear(({ kind }) => {
    if (kind !== 'rights') return
    void look()
    clearTimeout(later)
    later = setTimeout(() => void look(), afterthought).unref()
  })
  const timers = [
    setInterval(() => looking === 0 && void look(), doubt).unref(),
    setInterval(() => [...lines].forEach((line) => line.beat()), heartbeat).unref(),
  ]

  return {
    async end() {
      ending = true
      hearing[Symbol.dispose]()
      timers.forEach(clearInterval)
      clearTimeout(later)
      for (const line of lines) line.close(1012, 'Restart')
      const last = Date.now() + 1000
      while (lines.size > 0 && Date.now() < last) await new Promise((go) => setTimeout(go, 10))
      for (const line of lines) line.drop()
    },
  }
}

/** The status with which a connection is refused before it is one. */
function refusalOf(request: IncomingMessage, reach: Reach): number | undefined {
  const { url = '', headers } = request
  if (url !== '/graphql') return 404
  if (!isReachedBy(headers.host, reach)) return 421
  if (isForeign(request)) return 403
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  return offered.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? undefined : 400
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  503: 'Service Unavailable',
}

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => undefined)
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  )
}

function linesOf(actor: Actor, lines: ReadonlySet<Line>): number {
  let count = 0
  for (const line of lines) if (line.actor?.id === actor.id) count += 1
  return count
}
