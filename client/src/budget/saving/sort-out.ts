import type { EditBudgetMutation } from '@andel/schema/operations'
import { fieldNames, holdFields } from './hold.ts'
import type { Batch, Entry, Held, Objection } from './outbox.ts'

type Answer = EditBudgetMutation['editBudget']

interface Sorted {
  /** What nothing was said against. */
  readonly again: readonly Entry[]
  readonly held: readonly Held[]
}

/** Parts a batch that was not applied: what the answer objects to, and the rest, to be sent again. */
export function sortOut(batch: Batch, answer: Answer): Sorted {
  const objections = batch.entries.map((entry, index) => objectionsTo(entry, index, answer))
  // an answer that neither applies nor objects must not be asked for again and again
  const silent = objections.every((byField) => byField.size === 0)
  const again: Entry[] = []
  const held: Held[] = []
  batch.entries.forEach((entry, index) => {
    const byField = silent
      ? new Map(fieldNames(entry).map((field) => [field, unexplained]))
      : objections[index]!
    for (const [field, objection] of byField) held.push(...holdFields(entry, [field], objection))
    const rest = without(entry, byField)
    if (rest) again.push(rest)
  })
  return { again, held }
}

const unexplained: Objection = { kind: 'refused', code: 'BAD_INPUT' }

/** What is wrong with an edit, by field; an objection to the whole of it stands at each of its fields. */
function objectionsTo(entry: Entry, index: number, answer: Answer): Map<string, Objection> {
  const names = fieldNames(entry)
  const found = new Map<string, Objection>()
  for (const { edit, field, code, sv, en } of answer.problems) {
    if (edit !== index) continue
    const concerned = field !== null && names.includes(field) ? [field] : names
    for (const name of concerned) found.set(name, { kind: 'refused', code, sentence: { sv, en } })
  }
  for (const { edit, field, ...told } of answer.conflicts) {
    if (edit !== index) continue
    const { currentVersion, current, changedBy: by, changedAt: at } = told
    const concerned = names.includes(field) ? field : names[0]!
    found.set(concerned, { kind: 'conflict', currentVersion, current, by, at })
  }
  return found
}

/** The entry without the fields that are held; nothing when none is left. */
function without(entry: Entry, held: ReadonlyMap<string, Objection>): Entry | undefined {
  const { edit } = entry
  if (held.size === 0) return entry
  if (edit.kind !== 'setLine') return undefined
  const left = Object.entries(edit.fields).filter(([field]) => !held.has(field))
  return left.length === 0
    ? undefined
    : { ...entry, edit: { ...edit, fields: Object.fromEntries(left) } }
}
