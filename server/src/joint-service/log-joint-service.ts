import { ref } from '@mikro-orm/core'
import { ChangeLog } from '../history/change-log.ts'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { JointService } from './joint-service.entity.ts'

/** One field of it as it was and as it is; "+" is the whole. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** A joint service as the log keeps it. */
export function jointServiceAsJson(service: JointService): Record<string, unknown> {
  const { name, slug, body, description, currency } = service
  return { name, slug, body, description, currency }
}

/**
 * Tells of changes of a joint service: in the log of changes, which also ends every answer that has been kept, and in the audit
 * log, for administrators do this too and they read no changes.
 */
export async function logJointService(
  em: EntityManager,
  service: JointService,
  { actor, ...told }: { readonly actor: Actor; readonly batch: string; readonly version: number },
  changes: readonly FieldChange[],
): Promise<void> {
  const log = await ChangeLog.open(em)
  for (const change of changes) {
    log.append({
      ...told,
      ...change,
      actor: actor.id,
      reason: null,
      budget: null,
      jointService: ref(service),
      entity: 'JointService',
      entityId: service.globalId,
    })
  }
  await writeAudit(em, {
    actor,
    action: told.version === 1 ? AuditAction.SERVICE_CREATED : AuditAction.SERVICE_CHANGED,
    succeeded: true,
    subject: service.globalId,
  })
}
