import type { GridApi } from 'ag-grid-community'
import type { CellPlace } from '../cell.ts'
import type { GridRow } from './to-column-def.ts'

/** The place that has the grid's focus now. */
export function focusedPlace(api: GridApi<GridRow>): CellPlace | undefined {
  const cell = api.getFocusedCell()
  if (!cell) return undefined
  const { rowIndex, rowPinned, column } = cell
  const node =
    rowPinned === 'top'
      ? api.getPinnedTopRow(rowIndex)
      : rowPinned === 'bottom'
        ? api.getPinnedBottomRow(rowIndex)
        : api.getDisplayedRowAtIndex(rowIndex)
  return node?.data && { row: node.data.id, column: column.getColId() }
}
