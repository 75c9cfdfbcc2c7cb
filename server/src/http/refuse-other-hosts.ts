import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest } from './bad-request.ts'
import { isLoopback } from './loopback.ts'
import { refusalFor } from './report-bad-request.ts'

/** By which names a server may be asked. */
export interface Reach {
  /** Whether only this machine has any business here. */
  readonly onlyHere: boolean
  /** Origin under which browsers reach it all the same. */
  readonly publicUrl?: string | undefined
}

/** Whether a server may be asked by a name, as it stands in `Host`. */
export function isReachedBy(host: string | undefined, { onlyHere, publicUrl }: Reach): boolean {
  if (!onlyHere) return true
  const url = URL.parse(`http://${host ?? ''}`)
  const isOurs = publicUrl !== undefined && url?.hostname === new URL(publicUrl).hostname
  return url !== null && (isLoopback(url.hostname) || isOurs)
}

/**
 * Refuses with 421 what is asked of a server of this machine by the name of another: a page elsewhere whose name is pointed at
 * this machine (DNS rebinding) is of the same origin to a browser.
 *
 * @returns whether it was refused
 */
export function refuseOtherHosts(
  request: IncomingMessage,
  response: ServerResponse,
  reach: Reach,
): boolean {
  if (isReachedBy(request.headers.host, reach)) return false
  const { status, body } = refusalFor(new BadRequest(sentence, 421), request)
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
  return true
}

const sentence = {
  sv: 'Andel svarar här bara på adresser för den egna datorn, eller på den i PUBLIC_URL.',
  en: 'Here Andel answers only by the addresses of this machine, or by that of PUBLIC_URL.',
}
