import type { BudgetEditInput } from '@andel/schema/operations'
import { writeEdit } from '../sheet/write-edit.ts'
import type { Entry, Outbox } from './outbox.ts'

/**
 * Takes from what waits as much as can be sent now: up to the first edit that names something which has no
 * id of the server's yet. Nothing is taken while a batch is on its way.
 *
 * @param mutationKey - a fresh one; the batch keeps it for every retry
 */
export function takeBatch(outbox: Outbox, mutationKey: string): Outbox {
  if (outbox.sending) return outbox
  const entries: Entry[] = []
  const inputs: BudgetEditInput[] = []
  for (const entry of outbox.waiting) {
    const input = writeEdit(entry.edit, entry.based.version, outbox.ids)
    if (!input) break
    entries.push(entry)
    inputs.push(input)
  }
  if (entries.length === 0) return outbox
  const waiting = outbox.waiting.slice(entries.length)
  return { ...outbox, sending: { mutationKey, entries, inputs }, waiting }
}
