import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Answers whoever watches over the process, before anything else is asked: `/health`, that it lives, and `/ready`, that it can
 * do its work. Neither tells more.
 *
 * @returns false when the request is for something else
 */
export function answerProbe(
  { url, method }: IncomingMessage,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
): boolean {
  if (url !== '/health' && url !== '/ready') return false
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return true
  }
  if (url === '/health') tell(response, true)
  else isReady().then(tell.bind(undefined, response), () => tell(response, false))
  return true
}

function tell(response: ServerResponse, well: boolean): void {
  response
    .writeHead(well ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    .end(well ? '{"status":"ok"}' : '{"status":"unavailable"}')
}
