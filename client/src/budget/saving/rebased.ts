import type { Sheet } from '../sheet/sheet.ts'
import { carryForward } from './based-on.ts'
import type { Outbox, Step } from './outbox.ts'

/** What waits is moved to the versions of a newer sheet, where nobody else has touched it. */
export function rebased(outbox: Outbox, sheet: Sheet): Outbox {
  if (outbox.sending) return outbox // its answer does that
  return { ...outbox, waiting: rebasedSteps(outbox.waiting, sheet) }
}

export function rebasedSteps(steps: readonly Step[], sheet: Sheet): readonly Step[] {
  return steps.map((step) => ({
    ...step,
    entries: step.entries.map((entry) => ({
      ...entry,
      based: carryForward(entry.based, sheet, entry.edit, []),
    })),
  }))
}
