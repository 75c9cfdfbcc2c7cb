import type { Entry } from './outbox.ts'

/**
 * Puts an edit behind those that wait. What says the same thing twice is said once: another field of the
 * same line joins the edit before it, and what is typed in a line that is itself still waiting becomes part
 * of it.
 */
export function enqueue(waiting: readonly Entry[], entry: Entry): readonly Entry[] {
  const { edit } = entry
  if (edit.kind === 'removeLine') return enqueueRemoval(waiting, entry, edit.lineId)
  if (edit.kind === 'setLine') {
    const index = waiting.findLastIndex((other) => canJoin(other, entry))
    const before = waiting[index]
    if (before) return waiting.with(index, join(before, entry))
  }
  if (edit.kind === 'moveLine') {
    const last = waiting.at(-1)?.edit
    if (last?.kind === 'moveLine' && last.lineId === edit.lineId) return waiting.with(-1, entry)
  }
  return [...waiting, entry]
}

function canJoin(before: Entry, { edit, based }: Entry): boolean {
  if (edit.kind !== 'setLine' || edit.fields.keyId !== undefined) return false
  if (before.edit.kind === 'addLine') return before.edit.lineId === edit.lineId
  return (
    before.edit.kind === 'setLine' &&
    before.edit.lineId === edit.lineId &&
    before.based.version === based.version
  )
}

function join(before: Entry, { edit, based, typed }: Entry): Entry {
  if (edit.kind !== 'setLine') return before
  const values = { ...based.values, ...before.based.values }
  const shared = {
    based: { ...before.based, values },
    typed: { ...before.typed, ...typed },
  }
  if (before.edit.kind === 'addLine') {
    const fields = { ...before.edit.fields, ...edit.fields }
    return {
      ...shared,
      edit: { ...before.edit, fields: { ...fields, keyId: before.edit.fields.keyId } },
    }
  }
  if (before.edit.kind !== 'setLine') return before
  return {
    ...shared,
    edit: { ...before.edit, fields: { ...before.edit.fields, ...edit.fields } },
  }
}

/** Nothing else that waits for the line matters any more; a line that was never sent just goes. */
function enqueueRemoval(waiting: readonly Entry[], entry: Entry, lineId: string) {
  const added = waiting.some(({ edit }) => edit.kind === 'addLine' && edit.lineId === lineId)
  const others = waiting.filter(({ edit }) => !('lineId' in edit && edit.lineId === lineId))
  return added ? replaceAnchor(others, waiting, lineId) : [...others, entry]
}

/** Lines that were to be put after one that never came are put where it would have been. */
function replaceAnchor(others: readonly Entry[], waiting: readonly Entry[], goneId: string) {
  const gone = waiting.find(({ edit }) => edit.kind === 'addLine' && edit.lineId === goneId)?.edit
  const anchor = gone?.kind === 'addLine' ? gone.afterLineId : null
  return others.map((entry) => {
    const { edit } = entry
    if (edit.kind !== 'addLine' && edit.kind !== 'moveLine') return entry
    return edit.afterLineId === goneId
      ? { ...entry, edit: { ...edit, afterLineId: anchor } }
      : entry
  })
}
