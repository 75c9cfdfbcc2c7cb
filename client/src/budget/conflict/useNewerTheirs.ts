import { computed, watch, type Ref } from 'vue'
import type { OpenSheet } from '../open-sheet.ts'
import type { Held, Objection } from '../saving/outbox.ts'
import { isBehind, newerObjection } from './newer-theirs.ts'
import { newestChanges } from './newest-changes.ts'
import type { HeldPart } from './parts.ts'

/** Keeps up who has written what stands in a conflict, and when: the server told of it once, and others go on. */
export function useNewerTheirs(sheet: OpenSheet, parts: Readonly<Ref<readonly HeldPart[]>>): void {
  const { saving, committed } = sheet
  const behind = computed(() => parts.value.filter((part) => isBehind(part, committed.value)))
  const key = computed(() => {
    const ids = behind.value.map(({ heldId, one }) => `${heldId} ${one.id}`)
    return ids.length > 0 ? [committed.value.sequence, ...ids].join('\n') : ''
  })

  watch(key, () => void catchUp(), { immediate: true })

  /** What cannot be asked for is left as it was told: the value that stands is shown in any case. */
  async function catchUp(): Promise<void> {
    const asked = behind.value
    if (asked.length === 0) return
    const edits = asked.flatMap(({ one }) => one.entry?.edit ?? [])
    const changes = await newestChanges(committed.value.id, edits, saving.ids.value)
    for (const part of asked) {
      const objection = newerObjection(part, changes, committed.value, saving.ids.value)
      const held = saving.held.value.find((one) => one.id === part.heldId)
      if (objection && held) saving.amend(withObjection(held, part, objection))
    }
  }
}

function withObjection(held: Held, { part }: HeldPart, objection: Objection): Held {
  const { whole } = held
  if (!whole || !part) return { ...held, objection }
  const objections = whole.objections.map((one) =>
    one.entry === part.entry && one.field === part.field ? { ...one, objection } : one,
  )
  return { ...held, whole: { ...whole, objections } }
}
