import { DatabaseSync } from 'node:sqlite'
import type { AuditAction } from '../audit/audit-action.ts'
import type { AuditDetails } from '../audit/audit-details.ts'

/** Milliseconds to wait for an edit that is being stored. */
const patience = 10_000

/** Writes an entry of the audit log, of whoever runs commands. An older database may have no such log; then nothing is written. */
export function noteInAudit(file: string, action: AuditAction, details: AuditDetails = {}): void {
  const database = new DatabaseSync(file, { timeout: patience })
  try {
    const isThere = database.prepare("select 1 from sqlite_schema where name = 'audit_entry'").get()
    if (!isThere) return
    database
      .prepare(
        'insert into audit_entry (at, actor, action, succeeded, subject, details) values (?, null, ?, 1, null, ?)',
      )
      .run(Date.now(), action, JSON.stringify(details))
  } finally {
    database.close()
  }
}
