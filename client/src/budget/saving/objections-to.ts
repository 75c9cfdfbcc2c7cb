import type { EditBudgetMutation } from '@andel/schema/operations'
import { cellField } from '../sheet/cell-field.ts'
import { fieldNames } from './hold.ts'
import type { Batch, Objection, PartObjection } from './outbox.ts'

type Answer = EditBudgetMutation['editBudget']

/** What an answer has to say against the parts of a batch that was not applied, each part once. */
export function objectionsTo({ step }: Batch, answer: Answer): readonly PartObjection[] {
  const found = new Map<string, PartObjection>()
  const note = (index: number, field: string | null, objection: Objection): void => {
    const entry = step.entries[index]
    if (!entry) return
    const names = fieldNames(entry.edit)
    const cell = names.find((name) => field !== null && name === cellField(field))
    // an objection to the whole of an edit stands at each of its cells
    for (const name of cell === undefined ? names : [cell]) {
      found.set(`${index} ${name}`, { entry: index, field: name, objection })
    }
  }
  for (const { edit, field, code, sv, en } of answer.problems) {
    note(edit, field, { kind: 'refused', code, sentence: { sv, en } })
  }
  for (const { edit, field, ...told } of answer.conflicts) {
    const { currentVersion, current, changedBy: by, changedById: byId, changedAt: at } = told
    note(edit, field, { kind: 'conflict', currentVersion, current, by, byId, at })
  }
  return [...found.values()]
}
