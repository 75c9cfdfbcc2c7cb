import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import type { GridState } from '../useGridState.ts'

/** Rows and columns that change places take the focus along; the grid itself leaves it where it was. */
export function useKeptFocus(state: GridState, box: Readonly<Ref<HTMLElement | null>>): void {
  /** Whether it was a cell that got the focus last, whatever has become of it. */
  let inCells = false

  function onFocus({ target }: FocusEvent): void {
    inCells =
      target instanceof Element &&
      target.matches('.ag-cell') &&
      box.value?.contains(target) === true
  }
  onMounted(() => document.addEventListener('focusin', onFocus))
  onBeforeUnmount(() => document.removeEventListener('focusin', onFocus))

  watch(
    [() => state.rows.value.lines, () => state.layout.value.columns.join('\n')],
    () => {
      const { active, control } = state
      const focused = document.activeElement
      const isLost = focused === document.body || focused?.matches('.ag-cell')
      if (!inCells || !isLost || !active.value) return
      if (control.value?.element(active.value) !== focused) control.value?.focus(active.value)
    },
    { flush: 'post' },
  )
}
