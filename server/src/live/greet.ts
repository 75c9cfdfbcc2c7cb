import type { IncomingMessage } from 'node:http'
import type { Actor } from '../access/actor.ts'
import type { Authentication } from '../sign-in/authenticate.ts'

/** What a program may say when it connects. */
export type Greeting = {
  /** "Bearer …", in place of a cookie. */
  readonly authorization?: unknown
  /** "sv" or "en": in which errors are told. */
  readonly language?: unknown
}

/**
 * Who connects: by the token that the greeting has, else by the cookie that a browser sends, which then must say where its page is
 * from.
 *
 * @returns undefined for whoever may not come in
 */
export async function greet(
  authentication: Authentication,
  { headers }: IncomingMessage,
  greeting: Greeting | undefined,
): Promise<Actor | undefined> {
  const { authorization } = greeting ?? {}
  const isByToken = authorization !== undefined
  if (isByToken && typeof authorization !== 'string') return undefined
  if (!isByToken && headers.origin === undefined) return undefined
  const said = isByToken ? { authorization } : { cookie: headers.cookie }
  const actor = await authentication.actorOf({ headers: said as IncomingMessage['headers'] })
  return actor.isSignedIn ? actor : undefined
}
