import type { Sheet } from '../sheet/sheet.ts'
import { carryForward } from './based-on.ts'
import type { Outbox } from './outbox.ts'

/** What waits is moved to the versions of a newer sheet, where nobody else has touched it. */
export function rebased(outbox: Outbox, sheet: Sheet): Outbox {
  if (outbox.sending) return outbox // its answer does that
  const waiting = outbox.waiting.map((step) => ({
    ...step,
    entries: step.entries.map((entry) => ({
      ...entry,
      based: carryForward(entry.based, sheet, entry.edit, []),
    })),
  }))
  return { ...outbox, waiting }
}
