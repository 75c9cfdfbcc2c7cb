import type { GridApi } from 'ag-grid-community'
import type { GridRow } from './to-column-def.ts'

/** Opens the editor of the focused cell as if a key had done it. */
export function startEditing(api: GridApi<GridRow>, key: string): void {
  const cell = api.getFocusedCell()
  if (!cell) return
  const { rowIndex, column, rowPinned } = cell
  api.startEditingCell({ rowIndex, colKey: column, rowPinned: rowPinned ?? null, key })
}

/** What is in the open editor; nothing when none is. */
export function typedText(api: GridApi<GridRow>): string | undefined {
  const value: unknown = api.getCellEditorInstances()[0]?.getValue()
  return typeof value === 'string' ? value : undefined
}
