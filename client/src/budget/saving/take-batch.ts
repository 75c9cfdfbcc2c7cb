import type { BudgetEditInput } from '@andel/schema/operations'
import { writeEdit } from '../sheet/write-edit.ts'
import type { Outbox } from './outbox.ts'

/**
 * Takes the first step that waits, up to the first edit that names something which has no id of the server's
 * yet. Nothing is taken while a batch is on its way.
 *
 * @param freshKey - a mutation key for what is left of a step; a whole step goes under its own id
 */
export function takeBatch(outbox: Outbox, freshKey: string): Outbox {
  const [step, ...waiting] = outbox.waiting
  if (outbox.sending || !step) return outbox
  const { asSent, ...made } = step
  if (asSent) return { ...outbox, sending: { ...asSent, step: made }, waiting }
  const inputs: BudgetEditInput[] = []
  for (const { edit, based } of step.entries) {
    const input = writeEdit(edit, based.version, outbox.ids)
    if (!input) break
    inputs.push(input)
  }
  if (inputs.length === 0) return outbox
  const mutationKey = step.begun ? freshKey : step.id
  return { ...outbox, sending: { mutationKey, step, inputs }, waiting }
}
