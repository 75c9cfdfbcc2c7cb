import { computed, onBeforeUnmount, onMounted, shallowRef } from 'vue'
import type { OpenSheet } from '../open-sheet.ts'
import { listed, toGoOn, toLookAt, type LeftBehind } from '../saving/left-behind.ts'
import type { Outbox } from '../saving/outbox.ts'
import { leftByClosedTabs, takeLeft } from '../saving/this-tab.ts'

/**
 * What tabs that are closed left unsaved of this budget: offered, and never sent by itself.
 *
 * @param tellGone - another tab has taken some of it meanwhile
 */
export function useLeftBehind({ committed, saving, place }: OpenSheet, tellGone: () => void) {
  const left = shallowRef<readonly LeftBehind[]>([])
  /** Whether whoever looks is asked; put off, it can be asked for. */
  const asking = shallowRef(false)
  let isOpen = true

  onMounted(async () => {
    const found = await leftByClosedTabs(committed.value.id, place)
    if (!isOpen) return
    left.value = found
    asking.value = found.length > 0
  })
  onBeforeUnmount(() => (isOpen = false))

  async function take(use: (outbox: Outbox) => void): Promise<void> {
    const all = left.value
    left.value = []
    asking.value = false
    for (const { tab } of all) {
      const there = await takeLeft(committed.value.id, { tab, person: place.person }, use)
      if (!there) tellGone()
    }
  }

  return {
    asking,
    ask: () => void (asking.value = true),
    /** Everything that was left, oldest tab first. */
    items: computed(() => left.value.flatMap(({ outbox }) => listed(outbox))),
    send: () => take((outbox) => saving.absorb(toGoOn(outbox))),
    look: () => take((outbox) => saving.absorb(toLookAt(outbox))),
    drop: () => take(() => {}),
  }
}
