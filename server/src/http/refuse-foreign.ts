import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { BadRequest } from './bad-request.ts'

/**
 * Whether a browser sends this for a page of somebody else's: a form, a script or an image that would act with the rights of
 * whoever looks at that page. Following a link to us is not. Programs that are no browser are never foreign.
 *
 * Browsers tell by Fetch Metadata (https://www.w3.org/TR/fetch-metadata/) where the connection can be trusted, that is over
 * HTTPS or on the same machine; elsewhere by `Origin`, which must then be the host that was asked.
 */
export function isForeign({
  method,
  headers,
}: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined)
    return headers.origin !== undefined && hostOf(headers.origin) !== headers.host
  if (site === 'same-origin' || site === 'none') return false
  const followsLink =
    (method === 'GET' || method === 'HEAD') &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  return !followsLink
}

/** `null` (a sandbox, a file) has none. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined

export const refuseForeign: RequestHandler = (request, _response, next) => {
  next(isForeign(request) ? new BadRequest(sentence, 403, 'FOREIGN_REQUEST') : undefined)
}

const sentence = {
  sv: 'Anropet kommer från en annan webbplats och tas inte emot.',
  en: 'The request comes from another site and is not accepted.',
}
