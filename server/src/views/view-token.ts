import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new token: 256 bits, 43 characters that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It has 256 bits of chance in it, so a plain digest cannot be guessed from. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

const nobodys = hashToken(newToken())

/** Whether it is the token; takes as long for a view that is not there, or that nothing opens. */
export function opens(token: string, tokenHash: string | null | undefined): boolean {
  const same = timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(tokenHash ?? nobodys))
  return same && tokenHash != null
}
