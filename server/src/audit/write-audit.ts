import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { meters } from '../operation/meters.ts'
import { AuditAction } from './audit-action.ts'
import type { AuditDetails } from './audit-details.ts'
import { AuditEntry } from './audit-entry.entity.ts'

/** Something that is to stand in the audit log. */
export interface Audited {
  /** Who: an Actor or a Person; null when nobody was signed in. */
  readonly actor: { readonly id: string } | null
  readonly action: AuditAction
  readonly succeeded: boolean
  /** What it was done to: a global id. */
  readonly subject?: string | null
  readonly details?: AuditDetails
}

/**
 * Writes an entry of the audit log at once. Within a transaction of `em` it is there when that is, and not otherwise: so what is
 * told and what was done never differ. What failed is to be written outside of what is rolled back.
 */
export async function writeAudit(
  em: EntityManager,
  { actor, action, succeeded, subject = null, details = {} }: Audited,
): Promise<void> {
  if (action === AuditAction.SIGN_IN)
    meters.signIns.inc({ outcome: succeeded ? 'succeeded' : 'failed' })
  await em.insert(AuditEntry, {
    at: new Date(),
    actor: actor?.id || null,
    action,
    succeeded,
    subject,
    details: { ...details } as AuditEntry['details'],
  })
}
