import type { Ref } from 'vue'
import { useArrangement } from './arrange/useArrangement.ts'
import type { SheetColumn, SheetRows } from './column.ts'
import type { SheetHandlers } from './handlers.ts'
import { useGridState } from './useGridState.ts'

interface WholeSheetSource {
  readonly columns: Readonly<Ref<readonly SheetColumn[]>>
  readonly rows: Readonly<Ref<SheetRows>>
  readonly handlers: SheetHandlers
  /** Names what is arranged alike: the arrangement is kept under it. */
  readonly name: string
  /** All that cells follow from: they are painted again when any of it changes. */
  follows(): readonly unknown[]
}

export type WholeSheet = ReturnType<typeof useWholeSheet>

/** A sheet with all that the layer has, to be put on screen by `WholeSheet.vue`. */
export function useWholeSheet({ columns, rows, handlers, name, follows }: WholeSheetSource) {
  const arrangement = useArrangement({ columns, rows, sheet: name, storage: localStorage })
  const state = useGridState({
    columns: arrangement.columns,
    rows: arrangement.rows,
    handlers,
    arrangement,
  })
  return { state, arrangement, follows }
}
