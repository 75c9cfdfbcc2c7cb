import type { IncomingMessage } from 'node:http'
import { sessionLasts } from './sessions.ts'

/** Only this host sets it, over a connection that can be trusted, and no script reads it. */
const cookieName = '__Host-andel'

/** The `Set-Cookie` that begins a session in a browser. */
export function cookieWith(secret: string): string {
  return `${cookieName}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${sessionLasts.most / 1000}`
}

/** The `Set-Cookie` that ends it. */
export const emptyCookie = `${cookieName}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`

const held = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})(?=;|$)`)

/** The secret of the session that a request is sent in; undefined when it is in none. */
export function cookieOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  return headers.cookie && held.exec(headers.cookie)?.[1]
}
