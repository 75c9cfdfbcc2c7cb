import type { Edit } from '../sheet/edit.ts'
import { newLocalId } from '../sheet/local-ids.ts'
import type { StepLog } from './step-log.ts'

/**
 * A key that was removed comes back as a new one, as the server gives no id twice: edits and steps that name
 * it then name the new one.
 */
export function withNewKeys(
  log: StepLog,
  edits: readonly Edit[],
): { readonly log: StepLog; readonly edits: readonly Edit[] } {
  const added = edits.flatMap((edit) => (edit.kind === 'addKey' ? [edit.keyId] : []))
  if (added.length === 0) return { log, edits }
  const text = added.reduce(
    (told, keyId) => told.replaceAll(keyId, newLocalId()),
    JSON.stringify({ log, edits }),
  )
  return JSON.parse(text) as { log: StepLog; edits: readonly Edit[] }
}
