import { hash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRes,
} from 'rate-limiter-flexible'

/** Makes what counts: in memory when one process answers, in a database when several do. */
export type Limiters = (options: IRateLimiterOptions) => RateLimiterAbstract

const inMemory: Limiters = (options) => new RateLimiterMemory(options)

/** Whose tries are counted together. */
export interface Trier {
  /** What is tried to get into, whether it exists or not: an e-mail, or the name of a door. */
  readonly account?: string | undefined
  /** Where it is tried from. */
  readonly address: string
}

/** In seconds. */
const minute = 60
const day = 24 * 60 * minute

/** Of an account: tries that are free, and how long one waits before each of those that follow. */
const freeTries = 5
const waits = [30, minute, 2 * minute, 4 * minute, 8 * minute, 15 * minute]

/** Of an address: tries that fail within so many seconds. */
const perAddress = { points: 30, duration: 15 * minute }

/**
 * Counts tries before they are made, so that many at once are no more than many in a row. What succeeds is forgotten. An
 * account that does not exist is counted as one that does.
 */
export class Throttle {
  private readonly addresses: RateLimiterAbstract
  private readonly failures: RateLimiterAbstract
  private readonly pauses: RateLimiterAbstract

  constructor(limiters: Limiters = inMemory) {
    this.addresses = limiters({ keyPrefix: 'address', ...perAddress })
    this.failures = limiters({ keyPrefix: 'failures', points: 1_000_000, duration: day })
    this.pauses = limiters({ keyPrefix: 'pause', points: 1, duration: waits[0]! })
  }

  /** Takes note of a try. Returns in how many seconds one may try instead; 0: it may be made now. */
  async take({ account, address }: Trier): Promise<number> {
    const wait = await consume(this.addresses, placeOf(address))
    if (wait > 0 || account === undefined) return wait
    const key = keyOf(account)
    const { consumedPoints } = await this.failures.consume(key)
    if (consumedPoints < freeTries) return 0
    const longest = waits[Math.min(consumedPoints - freeTries, waits.length - 1)]!
    const pause = await consume(this.pauses, key, longest)
    if (pause > 0) await this.failures.reward(key) // it was not made, so it did not fail
    return pause
  }

  /** Forgets the tries for an account, and this one of the address: it succeeded. */
  async succeeded({ account, address }: Trier): Promise<void> {
    await this.addresses.reward(placeOf(address))
    if (account === undefined) return
    await this.failures.delete(keyOf(account))
    await this.pauses.delete(keyOf(account))
  }
}

/** Seconds until there is room; 0: there was. */
async function consume(
  limiter: RateLimiterAbstract,
  key: string,
  customDuration?: number,
): Promise<number> {
  try {
    await limiter.consume(key, 1, customDuration === undefined ? {} : { customDuration })
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}

/** Of a fixed length, whatever was typed. */
const keyOf = (account: string): string => hash('sha256', account, 'base64url')

/** An address; of IPv6 the network, of which one customer has all addresses. */
function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':')
}
