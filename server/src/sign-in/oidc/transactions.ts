import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import { hashSecret } from '../../access/secret.ts'
import { ServerSecret } from '../../workbook/server-secret.entity.ts'
import { UsedSignIn } from './used-sign-in.entity.ts'

/** What must be known of a sign-in that has begun when somebody comes back from the provider. */
export interface Transaction {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where to go on to. */
  readonly till: string
}

/** Seconds that somebody has at the provider. */
const lasts = 10 * 60

const cookieName = '__Host-andel-oidc'
const flags = 'Path=/; Secure; HttpOnly; SameSite=Lax'
const held = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w.-]{1,4000})(?=;|$)`)

/** The `Set-Cookie` after which nothing has begun. */
export const noTransaction = `${cookieName}=; ${flags}; Max-Age=0`

const secretName = 'oidc-transaction'
const sealing = { alg: 'dir', enc: 'A256GCM' } as const

/**
 * Sign-ins that have begun at a provider. Each is kept in the browser that began it, sealed, so that any process can go on with
 * it; which have been used is kept in the database.
 */
export class Transactions {
  private key: Promise<Uint8Array> | undefined

  constructor(private readonly em: EntityManager) {}

  /** The `Set-Cookie` that keeps one. */
  async keep(transaction: Transaction): Promise<string> {
    const sealed = await new EncryptJWT({ ...transaction })
      .setProtectedHeader(sealing)
      .setExpirationTime(`${lasts}s`)
      .encrypt(await this.sealingKey())
    return `${cookieName}=${sealed}; ${flags}; Max-Age=${lasts}`
  }

  /** What the browser that asks has begun; undefined when that is nothing, too old, or nothing that was sealed here. */
  async begunIn({ headers }: Pick<IncomingMessage, 'headers'>): Promise<Transaction | undefined> {
    const sealed = headers.cookie && held.exec(headers.cookie)?.[1]
    if (!sealed) return undefined
    try {
      const { payload } = await jwtDecrypt<Transaction>(sealed, await this.sealingKey(), {
        keyManagementAlgorithms: [sealing.alg],
        contentEncryptionAlgorithms: [sealing.enc],
        requiredClaims: ['exp'],
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }

  /** Takes note that one is used. Returns whether it had not been. */
  async use({ state }: Transaction): Promise<boolean> {
    const em = this.em.fork()
    const now = Date.now()
    await em.nativeDelete(UsedSignIn, { expiresAt: { $lt: new Date(now) } })
    try {
      const expiresAt = new Date(now + lasts * 1000)
      await em.insert(UsedSignIn, { stateHash: hashSecret(state), expiresAt })
      return true
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return false
      throw error
    }
  }

  private sealingKey(): Promise<Uint8Array> {
    this.key ??= this.readKey().catch((error: unknown) => {
      this.key = undefined
      throw error
    })
    return this.key
  }

  /** Of this installation, the same for all its processes; made for the first sign-in. */
  private async readKey(): Promise<Uint8Array> {
    const em = this.em.fork()
    const value = randomBytes(32).toString('base64url')
    const row = { name: secretName, value }
    await em.upsert(ServerSecret, row, { onConflictAction: 'ignore' })
    const secret = await this.em.fork().findOneOrFail(ServerSecret, { name: secretName })
    return Buffer.from(secret.value, 'base64url')
  }
}
