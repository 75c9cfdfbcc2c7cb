import { randomUUID } from 'node:crypto'
import pRetry from 'p-retry'
import { Client } from 'pg'
import { libraryLog } from '../operation/log.ts'
import { type Bell, LocalBell, type Ring } from './bell.ts'

const channel = 'andel'

/** Bytes that PostgreSQL takes to all who listen. */
const longest = 7999

/** Milliseconds between looks whether the connection is there still, and for an answer to take. */
const pulse = 10_000
const patience = 5000

/** What may have been missed while nothing could be heard, here and where nobody heard this process. */
const missed = [{ kind: 'stored' }, { kind: 'rights' }, { kind: 'whoIsThere' }] as const

/**
 * For a database that processes share: LISTEN and NOTIFY on one connection that is nobody else's. What this process rings it
 * hears at once, and not again. A connection that is lost is made anew, as often as it takes; then everybody is told to look.
 */
export class PostgresBell implements Bell {
  private readonly local = new LocalBell()
  private readonly id = randomUUID()
  private readonly ended = new AbortController()
  private client: Client | undefined

  private constructor(private readonly url: string) {}

  /** @throws when the server cannot be reached at all */
  static async open(url: string): Promise<PostgresBell> {
    const bell = new PostgresBell(url)
    await bell.listen()
    bell.tell({ kind: 'whoIsThere' })
    return bell
  }

  ring(ring: Ring): void {
    this.local.ring(ring)
    this.tell(ring)
  }

  hear(listener: (ring: Ring) => void): Disposable {
    return this.local.hear(listener)
  }

  async close(): Promise<void> {
    this.ended.abort()
    await this.client?.end().catch(() => undefined)
    await this.local.close()
  }

  /** Without waiting: whoever misses it looks for itself now and then. */
  private tell(ring: Ring): void {
    const text = JSON.stringify({ from: this.id, ring })
    if (Buffer.byteLength(text) > longest) return libraryLog.warn(`too long to ring: ${ring.kind}`)
    this.client?.query('select pg_notify($1, $2)', [channel, text]).catch(() => undefined)
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'andel bell',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    })
    const { promise: lost, resolve } = Promise.withResolvers()
    const lose = (): void => resolve(undefined)
    client.on('error', () => lose())
    client.on('end', () => lose())
    client.on('notification', ({ payload = '' }) => this.heard(payload))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch (error) {
      client.end().catch(() => undefined)
      throw error
    }
    this.client = client
    const look = setInterval(() => void client.query('select 1').catch(() => lose()), pulse).unref()
    void lost.then(() => {
      clearInterval(look)
      this.client = undefined
      client.end().catch(() => undefined)
      return this.listenAgain()
    })
  }

  private async listenAgain(): Promise<void> {
    const { signal } = this.ended
    if (signal.aborted) return
    libraryLog.warn('the connection that rings is lost')
    try {
      await pRetry(() => this.listen(), {
        retries: Infinity,
        minTimeout: 100,
        maxTimeout: 5000,
        randomize: true,
        signal,
        unref: true,
      })
    } catch {
      return // the process ends
    }
    if (signal.aborted) return void this.client?.end().catch(() => undefined)
    for (const ring of missed) this.ring(ring)
  }

  private heard(text: string): void {
    const { from, ring } = JSON.parse(text) as { from: string; ring: Ring }
    if (from !== this.id) this.local.ring(ring)
  }
}
