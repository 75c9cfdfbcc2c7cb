import type { LineFields } from '../sheet/edit.ts'
import { serverId } from '../sheet/local-ids.ts'
import { namedIds } from '../sheet/write-edit.ts'
import { heldId, type Entry, type Held, type Objection, type Outbox } from './outbox.ts'

/** What is held newly takes the place of what was held about the same. */
export function hold(outbox: Outbox, held: readonly Held[]): Outbox {
  const ids = new Set(held.map(({ id }) => id))
  return { ...outbox, held: [...outbox.held.filter(({ id }) => !ids.has(id)), ...held] }
}

/** Everything in the batch is held for one reason: the server refused it as a whole. */
export function refuseBatch(outbox: Outbox, objection: Objection): Outbox {
  const entries = outbox.sending?.entries ?? []
  const held = entries.flatMap((entry) => holdFields(entry, fieldNames(entry), objection))
  return holdOrphans(hold({ ...outbox, sending: undefined }, held))
}

/** Edits of something that was never added cannot wait for it. */
export function holdOrphans(outbox: Outbox): Outbox {
  const coming = new Set(
    outbox.waiting.flatMap(({ edit }) =>
      edit.kind === 'addLine' ? [edit.lineId] : edit.kind === 'addKey' ? [edit.keyId] : [],
    ),
  )
  const isOrphan = ({ edit }: Entry): boolean =>
    namedIds(edit).some((id) => serverId(id, outbox.ids) === undefined && !coming.has(id))
  const orphans = outbox.waiting.filter(isOrphan)
  if (orphans.length === 0) return outbox
  const waiting = outbox.waiting.filter((entry) => !isOrphan(entry))
  const held = orphans.flatMap((entry) => holdFields(entry, fieldNames(entry), gone))
  return hold({ ...outbox, waiting }, held)
}

const gone: Objection = { kind: 'refused', code: 'LINE_REMOVED' }

/** Fields that an edit can be wrong in one by one; an edit that is one whole has one name. */
export function fieldNames({ edit }: Entry): readonly string[] {
  return edit.kind === 'setLine' ? Object.keys(edit.fields) : [edit.kind]
}

/** One held thing for each of the fields named. */
export function holdFields(
  { edit, based, typed }: Entry,
  names: readonly string[],
  objection: Objection,
): readonly Held[] {
  return names.map((name) => {
    const text = typed?.[name]
    const one = edit.kind === 'setLine' ? { ...edit, fields: only(edit.fields, name) } : edit
    const entry = { edit: one, based, typed: text === undefined ? undefined : { [name]: text } }
    return { id: heldId(one, name), objection, text, entry }
  })
}

function only(fields: LineFields, name: string): LineFields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field === name))
}
