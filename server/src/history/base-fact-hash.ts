import { createHash } from 'node:crypto'
import type { BaseFact } from './base-fact.entity.ts'
import { canonical } from './canonical.ts'

/** What the first base fact, or without any the first change, is chained to. */
export const origin = createHash('sha256').update('Andel').digest('hex')

/** SHA-256, in hexadecimal digits, of the hash of the base fact before and what a base fact tells. */
export function hashOfBaseFact(before: string, fact: Omit<BaseFact, 'hash'>): string {
  const { entity, entityId, owner, content } = fact
  return createHash('sha256')
    .update(`${before}\n${canonical({ entity, entityId, owner, content })}`)
    .digest('hex')
}

/** The order in which base facts are chained; the same in every database. */
export function inChainOrder(a: Omit<BaseFact, 'hash'>, b: Omit<BaseFact, 'hash'>): number {
  const [one, other] = [`${a.entity} ${a.entityId}`, `${b.entity} ${b.entityId}`]
  return one < other ? -1 : Number(one > other)
}
