import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Config } from '../config.ts'
import { AuditAction } from './audit-action.ts'
import { isPostgres } from '../database/place.ts'
import type { AuditDetails } from './audit-details.ts'
import { AuditEntry } from './audit-entry.entity.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Tells the audit log what the server has been started with, when that is not what it was started with before. Secrets and
 * addresses are left out: of those it says whether they are set.
 *
 * @param demo - whether it holds the demo, whatever was wanted
 */
export async function logSettings(
  em: EntityManager,
  config: Config,
  { demo, loopback }: { demo: boolean; loopback: boolean },
): Promise<void> {
  const details: AuditDetails = {
    demo,
    loopback,
    port: config.port,
    oidc: config.oidc !== undefined,
    database: config.databaseUrl && isPostgres(config.databaseUrl) ? 'POSTGRESQL' : 'SQLITE',
    logLevel: config.logLevel ?? null,
    statisticsHosts: config.statisticsHosts?.length ?? null,
  }
  const [last] = await em.find(
    AuditEntry,
    { action: AuditAction.SETTINGS },
    { orderBy: { sequence: 'desc' }, limit: 1 },
  )
  if (last && asText(last.details) === asText(details)) return
  await writeAudit(em, { actor: null, action: AuditAction.SETTINGS, succeeded: true, details })
}

/** The same for the same settings, however the database orders them. */
function asText(details: object): string {
  return JSON.stringify(Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
