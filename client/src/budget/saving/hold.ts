import { cellField } from '../sheet/cell-field.ts'
import type { Edit } from '../sheet/edit.ts'
import { serverId } from '../sheet/local-ids.ts'
import { namedIds } from '../sheet/write-edit.ts'
import {
  heldId,
  type Held,
  type Objection,
  type Outbox,
  type PartObjection,
  type Step,
} from './outbox.ts'

/** What is held newly takes the place of what was held about the same. */
export function hold(outbox: Outbox, held: readonly Held[]): Outbox {
  const ids = new Set(held.map(({ id }) => id))
  return { ...outbox, held: [...outbox.held.filter(({ id }) => !ids.has(id)), ...held] }
}

/**
 * A step that is not stored: the one cell that it sets, or the whole of it. A step is never held in part, as
 * it could not be taken back in part either.
 *
 * @param objections - to single parts of it; none when all of it was refused for `reason`
 */
export function holdStep(
  step: Step,
  objections: readonly PartObjection[],
  reason?: Objection,
): Held {
  const parts = step.entries.flatMap(({ edit }) => fieldNames(edit))
  const [entry, ...others] = step.entries
  const objection = reason ?? objections[0]?.objection ?? unexplained
  if (entry && others.length === 0 && parts.length === 1) {
    const [field = ''] = parts
    const text = entry.typed?.[field]
    const { id, at } = step
    return { id: heldId(entry.edit, field), objection, text, at, entry, step: id }
  }
  const { kind, entries } = step
  const whole = { kind, reason: step.reason, entries, objections }
  return { id: `step ${step.id}`, objection, at: step.at, step: step.id, whole }
}

/** The step on its way is held for one reason: the server refused the whole request. */
export function refuseBatch(outbox: Outbox, objection: Objection): Outbox {
  const held = outbox.sending ? [holdStep(outbox.sending.step, [], objection)] : []
  return holdOrphans(hold({ ...outbox, sending: undefined }, held))
}

/** Steps about something that was never added cannot wait for it, nor can those about what they would add. */
export function holdOrphans(outbox: Outbox): Outbox {
  const coming = new Set(outbox.waiting.flatMap(({ entries }) => entries.flatMap(madeId)))
  const isKnown = (id: string) => serverId(id, outbox.ids) !== undefined || coming.has(id)
  const isOrphan = ({ entries }: Step) =>
    entries.some(({ edit }) => !namedIds(edit).every((id) => isKnown(id)))
  const orphans = outbox.waiting.filter(isOrphan)
  if (orphans.length === 0) return outbox
  const waiting = outbox.waiting.filter((step) => !isOrphan(step))
  const held = orphans.map((step) => holdStep(step, [], gone))
  return holdOrphans(hold({ ...outbox, waiting }, held))
}

function madeId({ edit }: { readonly edit: Edit }): readonly string[] {
  if (edit.kind === 'addLine') return [edit.lineId]
  return edit.kind === 'addKey' ? [edit.keyId] : []
}

const gone: Objection = { kind: 'refused', code: 'LINE_REMOVED' }
const unexplained: Objection = { kind: 'refused', code: 'BAD_INPUT' }

/** Parts that an edit can be wrong in one by one: the cells of a line; an edit that is one whole has one name. */
export function fieldNames(edit: Edit): readonly string[] {
  return edit.kind === 'setLine'
    ? [...new Set(Object.keys(edit.fields).map(cellField))]
    : [edit.kind]
}
