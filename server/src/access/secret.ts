import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret: 256 bits, 43 characters that need no escaping anywhere. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. It has 256 bits of chance in it, so a plain digest cannot be guessed from. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex')
}

const nobodys = hashSecret(newSecret())

/** Whether it is the secret; takes as long when there is none to compare with. */
export function opens(secret: string, secretHash: string | null | undefined): boolean {
  const same = timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(secretHash ?? nobodys))
  return same && secretHash != null
}
