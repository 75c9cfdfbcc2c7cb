import { Client } from 'undici'

/** The headers with which somebody is signed in. */
export type Session = Readonly<Record<string, string>>

/** What a server did under a load. Rates are answers per second, times milliseconds. */
export interface Measured {
  readonly rate: number
  readonly p50: number
  readonly p99: number
}

export interface Load {
  /** Where GraphQL is answered. */
  readonly address: string
  /** Of a session, which those that have no sign-in do not heed. */
  readonly session: Session
  readonly query: string
  readonly connections: number
  /** Ends after this time, with at least one answer on each connection. */
  readonly ms: number
  /** Done before each request, and not counted: an edit, when data shall have changed since the last query. */
  readonly before?: () => void | Promise<void>
}

/** Asks on several connections at once, each as soon as it was answered. Counts the time of answers alone. */
export async function load({
  address,
  session,
  query,
  connections,
  ms,
  before,
}: Load): Promise<Measured> {
  const { origin, pathname } = new URL(address)
  const body = JSON.stringify({ query })
  const headers = { ...json, ...session }
  const times: number[] = []
  const end = performance.now() + ms
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client(origin, { bodyTimeout: 120_000, headersTimeout: 120_000 })
      do {
        await before?.()
        const start = performance.now()
        const answer = await client.request({ path: pathname, method: 'POST', headers, body })
        await answer.body.arrayBuffer()
        times.push(performance.now() - start)
        if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
      } while (performance.now() < end)
      await client.close()
    }),
  )
  times.sort((a, b) => a - b)
  const at = (part: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))]!
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return { rate: (1000 * connections) / mean, p50: at(0.5), p99: at(0.99) }
}

const json = { 'content-type': 'application/json', accept: 'application/json' }

/** One whole answer. */
export async function ask(address: string, session: Session, query: string): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...json, ...session },
    body: JSON.stringify({ query }),
  })
  return await response.text()
}
