import type { GridState } from '../useGridState.ts'
import { groupOf } from './fold-rows.ts'
import type { Folds } from './useFolds.ts'

/** Folding from the keyboard: the group that the active cell lies in. The focus goes to what stays of it. */
export function useFoldCommands(state: GridState, folds: Folds): void {
  function header(): string | undefined {
    const row = state.active.value?.row
    return row === undefined ? undefined : groupOf(state.rows.value.groups ?? [], row)?.header
  }

  function focusHeader(row: string): void {
    const column = state.columns.value.find(({ namesRow }) => namesRow)?.id
    if (column !== undefined) state.focus({ row, column })
  }

  folds.onFold((folding) => {
    const own = header()
    if (own !== undefined && own !== state.active.value?.row && folding.includes(own)) {
      focusHeader(own)
    }
  })
  state.onCommand('collapse', () => {
    const own = header()
    if (own === undefined) return
    focusHeader(own)
    folds.fold(own)
  })
  state.onCommand('expand', () => {
    const own = header()
    if (own !== undefined) folds.unfold(own)
  })
}
