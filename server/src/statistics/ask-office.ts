import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '@andel/schema/fault'
import { LRUCache } from 'lru-cache'
import pRetry from 'p-retry'
import pThrottle from 'p-throttle'
import { fileLimits } from '../file/limits.ts'
import { checkResolved, type OfficeHosts, type OfficeUrl } from './office-hosts.ts'
import { secondsToWait } from './seconds-to-wait.ts'

/** How patient one is with an office. */
export interface Patience {
  /** For one answer, in milliseconds. */
  readonly timeout: number
  /** How often one tries again. */
  readonly retries: number
  /** Before the first time that one tries again, in milliseconds; then twice as long each time, and a random part. */
  readonly pause: number
  /** The longest an office may let one wait when it is asked too often. */
  readonly longestWait: number
}

const patient: Patience = { timeout: 10_000, retries: 3, pause: 300, longestWait: 10_000 }

export interface OfficeAnswer {
  readonly bytes: Uint8Array
  /** When the office gave it, which may be up to an hour ago. */
  readonly at: Date
}

type Send = (question: Question, limit: () => AbortSignal) => Promise<Response>

interface Question extends OfficeUrl {
  /** JSON that is posted; without it, the question is a GET. */
  readonly body?: string | undefined
}

/** Another try may do better. */
class Passing extends Error {
  constructor(
    readonly fault: Fault,
    readonly wait = 0,
  ) {
    super(fault.message)
  }
}

const hour = 3_600_000
const mostRedirects = 3

/**
 * Asks statistics offices: allowed hosts alone, no oftener than they want, again when it may help, and not at all for
 * what was answered within the hour.
 */
export class Offices {
  private readonly answers = new LRUCache<string, OfficeAnswer>({
    ttl: hour,
    maxSize: 64 * 1024 * 1024,
    sizeCalculation: ({ bytes }) => bytes.length + 1000,
  })
  private readonly paces = new Map<string, Send>()

  constructor(
    readonly hosts: OfficeHosts,
    private readonly patience: Patience = patient,
  ) {}

  /** Says how often a host may be asked; three times a second unless told. */
  setPace(address: string, calls: number, seconds: number): void {
    const { origin } = this.hosts.allow(address).url
    this.paces.set(origin, paced(calls, seconds * 1000))
  }

  /**
   * @param posted - what is posted as JSON; without it, the question is a GET
   * @throws {Fault} `OFFICE_NOT_ALLOWED`, `OFFICE_SILENT`, `OFFICE_BUSY`, `OFFICE_FAILED`, `FILE_TOO_LARGE`
   */
  async ask(address: string, posted?: object, signal?: AbortSignal): Promise<OfficeAnswer> {
    const allowed = this.hosts.allow(address)
    const body = posted && JSON.stringify(posted)
    const key = `${allowed.url.href} ${body ?? ''}`
    const kept = this.answers.get(key)
    if (kept) return kept
    const bytes = await this.askPatiently({ ...allowed, body }, signal)
    const answer = { bytes, at: new Date() }
    this.answers.set(key, answer)
    return answer
  }

  private async askPatiently(question: Question, signal?: AbortSignal): Promise<Uint8Array> {
    const { retries, pause } = this.patience
    try {
      return await pRetry(() => this.askOnce(question, signal), {
        retries,
        minTimeout: pause,
        randomize: true,
        shouldRetry: ({ error }) => error instanceof Passing && !signal?.aborted,
        onFailedAttempt: ({ error }) => sleep(error instanceof Passing ? error.wait : 0),
      })
    } catch (error) {
      throw error instanceof Passing ? error.fault : error
    }
  }

  /** @throws {Passing} where another try may do better; else a `Fault` */
  private async askOnce(question: Question, signal?: AbortSignal): Promise<Uint8Array> {
    try {
      await checkResolved(question)
      const response = await this.follow(question, signal)
      if (response.ok) return await readBounded(response)
      await response.body?.cancel()
      throw this.refusalOf(response)
    } catch (error) {
      if (error instanceof Fault || error instanceof Passing) throw error
      throw new Passing(new Fault('OFFICE_SILENT', { host: question.url.host }))
    }
  }

  private async follow(question: Question, signal?: AbortSignal): Promise<Response> {
    let next = question
    for (let turn = 0; turn <= mostRedirects; turn += 1) {
      const response = await this.paceOf(next.url.origin)(next, () => this.limit(signal))
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || !location) return response
      await response.body?.cancel()
      next = { ...this.hosts.allow(new URL(location, next.url)), body: question.body }
      await checkResolved(next)
    }
    throw new Fault('OFFICE_FAILED', { reason: 'REDIRECTS' })
  }

  private limit(signal: AbortSignal | undefined): AbortSignal {
    const timeout = AbortSignal.timeout(this.patience.timeout)
    return signal ? AbortSignal.any([timeout, signal]) : timeout
  }

  private paceOf(origin: string): Send {
    const pace = this.paces.get(origin) ?? paced(3, 1000)
    this.paces.set(origin, pace)
    return pace
  }

  private refusalOf({ status, headers }: Response): Fault | Passing {
    if (status === 429) {
      const seconds = secondsToWait(headers, Date.now()) ?? 1
      const busy = new Fault('OFFICE_BUSY', { seconds: Math.ceil(seconds) })
      return seconds * 1000 > this.patience.longestWait ? busy : new Passing(busy, seconds * 1000)
    }
    const failed = new Fault('OFFICE_FAILED', { status })
    return status >= 500 ? new Passing(failed) : failed
  }
}

/** @param interval - in milliseconds. The time for an answer begins when it is the question's turn. */
function paced(limit: number, interval: number): Send {
  return pThrottle({ limit, interval })(({ url, body }: Question, until: () => AbortSignal) =>
    fetch(url, {
      redirect: 'manual',
      signal: until(),
      headers: {
        accept: 'application/json, text/csv, */*',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body }),
    }),
  )
}

/** @throws {Fault} `FILE_TOO_LARGE` as soon as there is more than a file may be */
async function readBounded(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > fileLimits.packed) throw new Fault('FILE_TOO_LARGE', { part: 'packed' })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
