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

/** A connection that listens, and how to say that it is lost. */
interface Line {
  readonly client: Client
  lose(): void
}

/**
 * For a database that processes share: LISTEN and NOTIFY on one connection that is nobody else's. What this process rings it
 * hears at once, and not again. A connection that is lost is made anew, as often as it takes; then everybody is told to look.
 */
export class PostgresBell implements Bell {
  private readonly local = new LocalBell()
  private readonly id = randomUUID()
  private readonly ended = new AbortController()
  private line: Line | undefined
  /** What is still to be told, one after another. */
  private readonly waiting: string[] = []
  private isTelling = false

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
    await this.line?.client.end().catch(() => undefined)
    await this.local.close()
  }

  /** Without waiting: whoever misses it looks for itself now and then. */
  private tell(ring: Ring): void {
    const text = JSON.stringify({ from: this.id, ring })
    if (Buffer.byteLength(text) > longest) return libraryLog.warn(`too long to ring: ${ring.kind}`)
    this.say(text)
  }

  private say(text: string): void {
    if (this.waiting.at(-1) === text) return // it says no more for being said twice
    this.waiting.push(text)
    if (!this.isTelling) void this.tellAll()
  }

  private async tellAll(): Promise<void> {
    this.isTelling = true
    for (let text; (text = this.waiting.shift()) !== undefined;) await this.tellOthers(text)
    this.isTelling = false
  }

  /** A line that does not take it in time is lost. */
  private async tellOthers(text: string): Promise<void> {
    const line = this.line
    await line?.client.query('select pg_notify($1, $2)', [channel, text]).catch(() => line.lose())
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
    this.line = { client, lose }
    const look = setInterval(() => this.say(''), pulse).unref()
    void lost.then(() => {
      clearInterval(look)
      this.line = undefined
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
    if (signal.aborted) return void this.line?.client.end().catch(() => undefined)
    for (const ring of missed) this.ring(ring)
  }

  private heard(text: string): void {
    if (text === '') return // somebody looked whether the line is there
    const { from, ring } = JSON.parse(text) as { from: string; ring: Ring }
    if (from !== this.id) this.local.ring(ring)
  }
}
