import type { CellFocusedEvent, Column, GridApi } from 'ag-grid-community'
import type { CellPlace } from '../cell.ts'
import type { Step } from '../keys/key-command.ts'
import type { GridRow } from './to-column-def.ts'

/** The place that the grid tells has the focus now. */
export function focusedPlace({
  api,
  rowIndex,
  rowPinned,
  column,
}: CellFocusedEvent<GridRow>): CellPlace | undefined {
  if (rowIndex === null || column === null) return undefined
  const node =
    rowPinned === 'top'
      ? api.getPinnedTopRow(rowIndex)
      : rowPinned === 'bottom'
        ? api.getPinnedBottomRow(rowIndex)
        : api.getDisplayedRowAtIndex(rowIndex)
  const id = typeof column === 'string' ? column : column.getColId()
  return node?.data && { row: node.data.id, column: id }
}

/** Opens the editor of the focused cell as if a key had done it. */
export function startEditing(api: GridApi<GridRow>, key: string): void {
  const cell = api.getFocusedCell()
  if (!cell) return
  const { rowIndex, column, rowPinned } = cell
  api.startEditingCell({ rowIndex, colKey: column, rowPinned: rowPinned ?? null, key })
}

/** To the next cell; at the edge of the rows it stays. */
export function step(api: GridApi<GridRow>, way: Step): void {
  const cell = api.getFocusedCell()
  if (!cell) return
  const { rowIndex, column, rowPinned } = cell
  if (way === 'right' || way === 'left') {
    const columns = api.getAllDisplayedColumns()
    const next = columns[columns.indexOf(column as Column) + (way === 'right' ? 1 : -1)]
    if (!next) return
    api.ensureColumnVisible(next)
    api.setFocusedCell(rowIndex, next, rowPinned ?? null)
    return
  }
  const next = rowIndex + (way === 'down' ? 1 : -1)
  const count =
    rowPinned === 'top'
      ? api.getPinnedTopRowCount()
      : rowPinned === 'bottom'
        ? api.getPinnedBottomRowCount()
        : api.getDisplayedRowCount()
  if (next < 0 || next >= count) return
  if (!rowPinned) api.ensureIndexVisible(next)
  api.setFocusedCell(next, column, rowPinned ?? null)
}
