import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import pLimit from 'p-limit'
import { BadRequest } from '../http/bad-request.ts'

const derive = promisify(argon2)

/** What a hash costs: memory in KiB, passes over it, lanes. OWASP's least for argon2id; more when machines have grown. */
export interface HashCost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

const present: HashCost = { memory: 19 * 1024, passes: 2, lanes: 1 }

/** Hashes at a time, each of which takes 19 MiB and a thread, and those that may wait for one. */
const atOnce = 2
const mostWaiting = 50

const saltBytes = 16
const hashBytes = 32
const version = 'v=19'

/**
 * Hashes and checks passwords with argon2id. A check takes the same work whether there is anything to check against or not, so
 * that time does not tell which accounts there are.
 */
export class Passwords {
  private readonly line = pLimit(atOnce)
  private made = 0
  private nobodys: Promise<string> | undefined

  constructor(private readonly cost: HashCost = present) {}

  /** How many hashes have been computed. */
  get computed(): number {
    return this.made
  }

  /**
   * What is kept of a password: a PHC string (https://github.com/P-H-C/phc-string-format), which says what it cost.
   *
   * @throws {BadRequest} 503 when too many are waiting
   */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(saltBytes)
    const { memory, passes, lanes } = this.cost
    const hash = await this.compute(password, salt, this.cost)
    return `$argon2id$${version}$m=${memory},t=${passes},p=${lanes}$${encode(salt)}$${encode(hash)}`
  }

  /**
   * Whether it is the password. One hash is computed in any case.
   *
   * @param kept - a PHC string; null when there is none: then it never is
   * @throws {BadRequest} 503 when too many are waiting
   */
  async check(password: string, kept: string | null): Promise<boolean> {
    this.nobodys ??= this.hash(encode(randomBytes(saltBytes)))
    const read = readPhc(kept ?? '') ?? readPhc(await this.nobodys)!
    const hash = await this.compute(password, read.salt, read.cost)
    return timingSafeEqual(hash, read.hash) && kept !== null
  }

  /** Whether a hash that is kept cost something else than one made now would. */
  isOutdated(kept: string): boolean {
    const cost = readPhc(kept)?.cost
    return JSON.stringify(cost) !== JSON.stringify(this.cost)
  }

  /** Makes the hash that unknown accounts are checked against, so that the first of them takes no longer. */
  async warmUp(): Promise<void> {
    await this.check('', null)
  }

  private async compute(password: string, salt: Buffer, cost: HashCost): Promise<Buffer> {
    if (this.line.pendingCount >= mostWaiting) throw new BadRequest(tooMany, 503, 'BUSY')
    this.made += 1
    const { memory, passes, lanes: parallelism } = cost
    const message = password.normalize('NFKC')
    return await this.line(() =>
      derive('argon2id', {
        message,
        nonce: salt,
        memory,
        passes,
        parallelism,
        tagLength: hashBytes,
      }),
    )
  }
}

interface Phc {
  readonly cost: HashCost
  readonly salt: Buffer
  readonly hash: Buffer
}

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{22})\$([\w+/]{43})$/

function readPhc(text: string): Phc | undefined {
  const [, memory, passes, lanes, salt, hash] = phc.exec(text) ?? []
  if (salt === undefined || hash === undefined) return undefined
  return {
    cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** As PHC writes bytes: base64 without padding. */
const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

const tooMany = {
  sv: 'Just nu loggar för många in samtidigt. Försök igen om en stund.',
  en: 'Too many people are signing in at the same time. Try again in a moment.',
}
