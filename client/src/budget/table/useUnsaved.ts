import { computed, onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { useViewer } from '../../account/useViewer.ts'
import type { OpenSheet } from '../open-sheet.ts'
import { tabsWithUnsent } from '../saving/unsent-store.ts'

/** Whether this browser, in this tab or another one, has edits of the budget that the server does not have. */
export function useUnsaved(sheet: () => OpenSheet) {
  const { viewer } = useViewer()
  const written = shallowRef(0)
  const look = (): void => void (written.value += 1)
  onMounted(() => addEventListener('storage', look)) // told of what other tabs write
  onBeforeUnmount(() => removeEventListener('storage', look))

  return computed(() => {
    const { saving, committed } = sheet()
    const others =
      written.value >= 0 &&
      tabsWithUnsent(localStorage, committed.value.id, viewer.value?.id ?? '').length > 0
    return saving.unsaved.value || others
  })
}
