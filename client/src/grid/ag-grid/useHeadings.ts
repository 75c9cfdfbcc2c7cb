import type { ColDef, ColumnMovedEvent, ColumnResizedEvent } from 'ag-grid-community'
import { watch } from 'vue'
import { useText } from '../../text/useText.ts'
import type { CellView } from '../cell.ts'
import type { SheetColumn } from '../column.ts'
import type { GridState } from '../useGridState.ts'
import { ColumnHeader, type HeaderContext } from './column-header.ts'
import type { GridRow } from './to-column-def.ts'

/** Headings: what they show, and what is done to columns by dragging them. */
export function useHeadings(state: GridState) {
  const { t } = useText()
  const { arrangement } = state
  const headers = new Set<ColumnHeader>()

  watch(state.crossed, () => headers.forEach((header) => header.dress()))
  if (arrangement) {
    watch(arrangement.arrangement, () => headers.forEach((header) => header.mark()), {
      flush: 'post',
    })
  }

  function define({ heading, hint, numbersRows }: SheetColumn): ColDef<GridRow, CellView> {
    const isFixed = numbersRows === true || !arrangement
    const context: HeaderContext = {
      state,
      headers,
      hint,
      isCrossed: (column) => state.crossed.value.columns.has(column),
      menuName: t('grid.header.menu', { column: heading }),
      filteredName: t('grid.header.filtered'),
    }
    return {
      headerComponent: ColumnHeader,
      headerComponentParams: context,
      resizable: !isFixed,
      suppressMovable: isFixed,
      lockPosition: numbersRows ? 'left' : false,
      lockPinned: true,
    }
  }

  function onColumnResized({ finished, source, column }: ColumnResizedEvent<GridRow>): void {
    const isMeant = source === 'uiColumnResized' || source === 'autosizeColumns'
    if (finished && isMeant && column) {
      arrangement?.setWidth(column.getColId(), column.getActualWidth())
    }
  }

  function onColumnMoved({ finished, source, api }: ColumnMovedEvent<GridRow>): void {
    if (!finished || source !== 'uiColumnMoved') return
    arrangement?.setOrder(api.getAllGridColumns().map((column) => column.getColId()))
  }

  return { define, events: { onColumnResized, onColumnMoved } }
}
