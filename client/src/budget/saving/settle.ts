import type { EditBudgetMutation } from '@andel/schema/operations'
import { readSheet } from '../sheet/read-sheet.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { withRecords } from '../sheet/with-records.ts'
import { carryForward } from './based-on.ts'
import { hold, holdOrphans } from './hold.ts'
import { learnIds } from './learn-ids.ts'
import type { Outbox } from './outbox.ts'
import { sortOut } from './sort-out.ts'

export type Answer = EditBudgetMutation['editBudget']

/**
 * What is left to do once the server has answered the batch on its way.
 *
 * Applied: it is the server's now. Not applied: what the server objects to is held, the rest of the batch
 * (which is all or nothing) goes back to the front of what waits.
 */
export function settle(
  outbox: Outbox,
  before: Sheet,
  answer: Answer,
): { readonly outbox: Outbox; readonly committed: Sheet } {
  const { applied, changes } = answer
  const batch = outbox.sending
  const ids = applied && batch ? learnIds(outbox.ids, batch, changes) : outbox.ids
  const committed = withRecords(readSheet(answer.budget, ids), before.records)
  if (!batch) return { outbox, committed }

  const own = applied ? batch.entries.map(({ edit }) => edit) : []
  const { again, held } = applied ? { again: [], held: [] } : sortOut(batch, answer)
  const waiting = [...again, ...outbox.waiting].map((entry) => ({
    ...entry,
    based: carryForward(entry.based, committed, entry.edit, own),
  }))
  const settled = hold({ ...outbox, ids, sending: undefined, waiting }, held)
  return { committed, outbox: holdOrphans(settled) }
}
