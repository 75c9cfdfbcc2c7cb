import type { EditBudgetMutation } from '@andel/schema/operations'
import { readSheet } from '../sheet/read-sheet.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { withRecords } from '../sheet/with-records.ts'
import { carryForward } from './based-on.ts'
import { hold, holdOrphans, holdStep } from './hold.ts'
import { learnIds } from './learn-ids.ts'
import type { Batch, Outbox, Step } from './outbox.ts'
import { objectionsTo } from './objections-to.ts'

export type Answer = EditBudgetMutation['editBudget']

/**
 * What is left to do once the server has answered the batch on its way.
 *
 * Applied: it is the server's now; what of its step could not be sent yet comes next. Not applied: the step is
 * held.
 */
export function settle(
  outbox: Outbox,
  before: Sheet,
  answer: Answer,
): { readonly outbox: Outbox; readonly committed: Sheet } {
  const { applied, changes } = answer
  const batch = outbox.sending
  const ids = applied && batch ? learnIds(outbox.ids, batch, changes) : outbox.ids
  const told = withRecords(readSheet(answer.budget, ids), before.records)
  // something newer may have been told by another way
  const committed = told.sequence < before.sequence ? before : told
  if (!batch) return { outbox, committed }

  const own = applied ? batch.step.entries.map(({ edit }) => edit) : []
  const waiting = [...(applied ? rest(batch) : []), ...outbox.waiting].map((step) => ({
    ...step,
    entries: step.entries.map((entry) => ({
      ...entry,
      based: carryForward(entry.based, committed, entry.edit, own),
    })),
  }))
  const held = applied ? [] : [holdStep(batch.step, objectionsTo(batch, answer))]
  const settled = hold({ ...outbox, ids, sending: undefined, waiting }, held)
  return { committed, outbox: holdOrphans(settled) }
}

function rest({ step, inputs }: Batch): readonly Step[] {
  const entries = step.entries.slice(inputs.length)
  return entries.length === 0 ? [] : [{ ...step, entries, begun: true }]
}
