import { gzipSync } from 'node:zlib'

/** Characters from which a request is packed, well below what is refused. */
const largestPlain = 500_000

/** Somebody who uses the product over HTTP as a program does, with the rights of a session. */
export class Visitor {
  /** @param headers - sent with every request: of a session, a token, or none */
  constructor(
    readonly address: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Follows a link of the demo, e.g. "http://127.0.0.1:4000/sign-in/demo/…". */
  static async by(link: string): Promise<Visitor> {
    const { headers } = await fetch(link, { redirect: 'manual' })
    return Visitor.keeping(new URL(link).origin, headers)
  }

  /** Somebody who keeps the cookie of an answer. @throws when that has none: it signed nobody in */
  static keeping(address: string, answered: Headers): Visitor {
    const cookie = /^[^;]+/.exec(answered.get('set-cookie') ?? '')?.[0]
    if (cookie === undefined) throw new Error('The link or form signs nobody in.')
    return new Visitor(address, { cookie })
  }

  /** @param path - or a whole address */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.headers, ...(init.headers as Record<string, string> | undefined) }
    return fetch(new URL(path, this.address), { ...init, headers })
  }

  /** Sends a GraphQL request. */
  async send<T>(query: string, variables: object = {}): Promise<Answer<T>> {
    const body = JSON.stringify({ query, variables })
    const headers = { 'content-type': 'application/json' }
    const response = await this.fetch('/graphql', {
      method: 'POST',
      ...(body.length < largestPlain
        ? { headers, body }
        : { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) }),
    })
    return (await response.json()) as Answer<T>
  }
}

/** What GraphQL answered. */
export interface Answer<T> {
  readonly data: T
  readonly errors?: readonly { message: string; extensions: { code: string; incident?: string } }[]
}
