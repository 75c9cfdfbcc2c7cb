import type { IncomingMessage, ServerResponse } from 'node:http'
import { NamedRequest, forRequest } from './current-request.ts'
import { log } from './log.ts'
import { loggablePath } from './loggable-path.ts'
import { meters } from './meters.ts'

/** Sees every request from its head to the end of its answer: for the log, for what is counted, and to end well. */
export class RequestWatch {
  private readonly underWay = new Set<ServerResponse>()
  private ending = false

  get isDraining(): boolean {
    return this.ending
  }

  /** From now on a connection ends with the answer that is given in it. */
  drain(): void {
    this.ending = true
    for (const response of this.underWay) response.shouldKeepAlive = false
  }

  /** Has a request answered. */
  watch(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
    const startedAt = performance.now()
    const { method, url = '' } = request
    const named = new NamedRequest()
    if (this.ending) response.shouldKeepAlive = false
    this.underWay.add(response)
    response.once('close', () => {
      this.underWay.delete(response)
      const ms = performance.now() - startedAt
      const kind = kindOf(url)
      const status = response.writableFinished ? response.statusCode : 'aborted'
      meters.requests.inc({ kind, status })
      meters.seconds.observe({ kind }, ms / 1000)
      if (log.isLevelEnabled('info')) {
        const path = loggablePath(url)
        log.info({ ...named.named, method, path, status, ms: Math.round(ms * 10) / 10 }, 'request')
      }
    })
    forRequest(named, answer)
  }
}

const kinds = new Map([
  ['graphql', 'graphql'],
  ['views', 'view'],
  ['budgets', 'workbook'],
  ['sign-in', 'sign-in'],
  ['sign-out', 'sign-in'],
  ['set-up', 'sign-in'],
  ['invitation', 'sign-in'],
  ['assets', 'file'],
  ['health', 'operation'],
  ['ready', 'operation'],
  ['metrics', 'operation'],
])

/** Few, whatever is asked for: each is a series of its own. */
function kindOf(url: string): string {
  if (url === '/graphql') return 'graphql'
  return kinds.get(/^\/([^/?]*)/.exec(url)?.[1] ?? '') ?? 'page'
}
