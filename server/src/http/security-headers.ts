import { hash, randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet, { contentSecurityPolicy } from 'helmet'

/** A header and what it says. */
export type Header = readonly [name: string, value: string]

/** Sources by directive of a Content-Security-Policy. */
type Policy = Readonly<Record<string, readonly string[]>>

/** What an answer that is no page may do in a browser that shows it all the same. */
const nothing: Policy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** Stands in what sheets copy, for Excel; Chromium applies it to a document that nobody sees before it takes the copy. */
const copiedStyle = 'br{mso-data-placement:same-cell}'

/** What a page may do, and what for: docs/safety.md. All that is not named is refused. */
const pageWith = (nonce: string): Policy => ({
  ...nothing,
  'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
  'style-src': ["'self'", `'nonce-${nonce}'`, `'sha256-${hash('sha256', copiedStyle, 'base64')}'`],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['vue', 'andel-clipboard'],
})

/** In seconds. */
const year = 365 * 24 * 3600

/**
 * What every answer says to a browser, whatever answers: nothing is guessed, framed, run or told to others.
 *
 * @param overHttps - whether people reach Andel over HTTPS: then browsers are told to stay there
 */
export function securityHeaders({ overHttps }: { readonly overHttps: boolean }): readonly Header[] {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    strictTransportSecurity: overHttps && { maxAge: year, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  })
  set(response.req, response, () => undefined) // once for all answers, rather than for each
  return [
    ...Object.entries(response.getHeaders()).map(([name, value]): Header => [name, String(value)]),
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ]
}

/** Tells the browser what a page may do. Returns the nonce of this one answer, for its scripts and styles. */
export function restrictPage(request: IncomingMessage, response: ServerResponse): string {
  const nonce = randomBytes(16).toString('base64')
  const set = contentSecurityPolicy({ useDefaults: false, directives: pageWith(nonce) })
  set(request, response, (fault) => {
    if (fault) throw fault
  })
  return nonce
}
