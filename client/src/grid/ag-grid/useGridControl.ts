import type { GridApi } from 'ag-grid-community'
import type { Ref } from 'vue'
import type { CellPlace } from '../cell.ts'
import type { GridControl, GridState } from '../useGridState.ts'
import type { GridRow } from './to-column-def.ts'

interface ControlOptions {
  readonly state: GridState
  readonly api: Readonly<Ref<GridApi<GridRow> | undefined>>
  readonly box: Readonly<Ref<HTMLElement | null>>
}

/** What can be asked of the grid on screen, in rows and columns by their ids. */
export function useGridControl({ state, api, box }: ControlOptions) {
  function node(row: string) {
    const grid = api.value
    if (!grid) return undefined
    const { above, below } = state.rows.value
    const up = above.indexOf(row)
    if (up >= 0) return grid.getPinnedTopRow(up)
    const down = below.indexOf(row)
    if (down >= 0) return grid.getPinnedBottomRow(down)
    return grid.getRowNode(row)
  }

  function at(row: string) {
    const found = node(row)
    if (!found || found.rowIndex === null) return undefined
    return { rowIndex: found.rowIndex, rowPinned: found.rowPinned ?? null }
  }

  /** Paints rows whose cells have changed; all of them when none is named, and of each only some columns where they are. */
  function refresh(changed?: readonly string[], columns?: readonly string[]): void {
    const rowNodes = changed?.map(node).filter((found) => found !== undefined)
    const only = columns && { columns: [...columns] }
    api.value?.refreshCells(rowNodes ? { rowNodes, ...only } : {})
  }

  function reveal({ row, column }: CellPlace): void {
    const place = at(row)
    if (place && !place.rowPinned) api.value?.ensureIndexVisible(place.rowIndex)
    revealColumn(column)
  }

  function revealColumn(column: string): void {
    api.value?.ensureColumnVisible(column)
  }

  const control: GridControl = {
    reveal,
    revealColumn,
    point(place) {
      reveal(place)
      api.value?.clearFocusedCell()
    },
    focus(place) {
      reveal(place)
      const found = at(place.row)
      if (found) api.value?.setFocusedCell(found.rowIndex, place.column, found.rowPinned)
      return found !== undefined
    },
    edit({ row, column }) {
      const place = at(row)
      if (place) api.value?.startEditingCell({ ...place, colKey: column })
    },
    firstShown() {
      const { rows, lines } = state.layout.value
      const above = box.value?.querySelector('.ag-grid-pinned-top-rows')?.getBoundingClientRect()
      return rows.slice(lines.start, lines.end).find((row) => {
        const shown = box.value?.querySelector(`[row-id="${CSS.escape(row)}"]`)
        return shown && shown.getBoundingClientRect().top >= (above?.bottom ?? 0) - 1
      })
    },
    element({ row, column }) {
      const inRow = `[row-id="${CSS.escape(row)}"]`
      return box.value?.querySelector(`${inRow} [col-id="${CSS.escape(column)}"]`) ?? null
    },
    header(column) {
      return box.value?.querySelector(`.ag-header-cell[col-id="${CSS.escape(column)}"]`) ?? null
    },
    fit(column) {
      api.value?.autoSizeColumns([column])
    },
  }

  return { control, refresh }
}
