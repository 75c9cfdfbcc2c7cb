import type { Visitor } from '../visitor.ts'
import { type Client, createClient } from 'graphql-ws'
import WebSocket from 'ws'

/** What somebody is told, as it comes. */
export interface Listener<T> extends AsyncDisposable {
  /** All that has been told so far. */
  readonly told: readonly T[]
  /** With which code the connection was closed; undefined while it lasts. */
  readonly closed: Promise<number>
  /** Resolves when the stream has ended, or could not begin. */
  readonly ended: Promise<undefined>
  /** Waits until something that has been told fits. */
  until(fits: (told: readonly T[]) => boolean): Promise<void>
  /** Cuts the line as a bad network does: nobody is told. */
  cut(): void
}

/** How somebody connects. */
export interface Connecting {
  readonly headers?: Readonly<Record<string, string>>
  readonly params?: Readonly<Record<string, unknown>>
}

/** Listens as a browser of a visitor does, with its cookie and the origin of its page. */
export function listen<T>(
  visitor: Visitor,
  query: string,
  variables: Record<string, unknown> = {},
  { headers = { ...visitor.headers, origin: visitor.address }, params }: Connecting = {},
): Listener<T> {
  const told: T[] = []
  const closed = Promise.withResolvers<number>()
  const ended = Promise.withResolvers<undefined>()
  let heard = (): void => undefined
  const sockets: WebSocket[] = []
  class OwnSocket extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { headers })
      sockets.push(this)
    }
  }
  const client: Client = createClient({
    url: `${visitor.address.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: OwnSocket,
    retryAttempts: 0,
    ...(params && { connectionParams: params }),
    on: { closed: (event) => closed.resolve((event as { code: number }).code) },
  })
  client.subscribe<T>(
    { query, variables },
    {
      next(result) {
        told.push(result as T)
        heard()
      },
      error: () => ended.resolve(undefined),
      complete: () => ended.resolve(undefined),
    },
  )
  return {
    told,
    closed: closed.promise,
    ended: ended.promise,
    async until(fits) {
      while (!fits(told)) await new Promise<void>((resolve) => (heard = resolve))
    },
    cut: () => sockets.at(-1)?.terminate(),
    [Symbol.asyncDispose]: async () => await client.dispose(),
  }
}
