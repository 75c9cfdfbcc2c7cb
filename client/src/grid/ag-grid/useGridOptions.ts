import type { CellClickedEvent, GridOptions, ValueSetterParams } from 'ag-grid-community'
import type { GridState } from '../useGridState.ts'
import type { CellPainter, PaintContext } from './cell-painter.ts'
import { focusedPlace } from './focus.ts'
import { pageNonce } from '../../ui/page-nonce.ts'
import { sheetTheme } from './theme.ts'
import type { GridRow } from './to-column-def.ts'
import { useGridKeys } from './useGridKeys.ts'
import { selectCell } from '../selection/selection.ts'

/** How AG Grid is set for every sheet: Excel's keys, no animation, and edits that are told, not made. */
export function useGridOptions(
  state: GridState,
  painters: Set<CellPainter>,
  box: () => HTMLElement | null,
): GridOptions<GridRow> {
  const touch = matchMedia('(pointer: coarse)').matches
  const { handlers } = state
  const { onKey, editsInPlace, commit } = useGridKeys(state, box)
  const context: PaintContext = { painters, dressOf: (place) => state.dressOf.value(place) }

  function onClick({ data, column }: Pick<CellClickedEvent<GridRow>, 'data' | 'column'>): void {
    if (!data) return
    const place = { row: data.id, column: column.getColId() }
    if (handlers.opens(place)) handlers.open(place)
  }

  return {
    theme: sheetTheme,
    ...(pageNonce && { styleNonce: pageNonce }),
    getRowId: ({ data }) => data.id,
    popupParent: document.querySelector('main') ?? document.body,
    defaultColDef: {
      sortable: false,
      resizable: true,
      suppressMovable: true,
      suppressHeaderMenuButton: true,
      cellDataType: false,
      suppressKeyboardEvent: onKey,
      // told in the same task as the key; the grid itself changes nothing, and what is no text is its own
      valueSetter: ({ data, column, newValue }: ValueSetterParams<GridRow, unknown>) => {
        const place = { row: data.id, column: column.getColId() }
        if (typeof newValue === 'string') commit(place, newValue)
        return false
      },
    },
    columnTypes: {
      start: {},
      end: { cellClass: 'is-figure', headerClass: 'is-figure' },
    },
    stopEditingWhenCellsLoseFocus: true,
    singleClickEdit: touch,
    suppressNoRowsOverlay: true,
    suppressAnimationFrame: true,
    animateRows: false,
    scrollbarWidth: 12, // always has room of its own: laid over the cells it hides figures
    rowBuffer: 4,
    ensureDomOrder: true,
    suppressColumnMoveAnimation: true,
    suppressDragLeaveHidesColumns: true,
    suppressMultiSort: true,
    enterNavigatesVertically: false,
    onCellFocused: ({ api }) => {
      // told later than it happens: what counts is where the focus is now
      const place = focusedPlace(api)
      const active = state.active.value
      if (!place || (place.row === active?.row && place.column === active.column)) return
      if (state.layout.value.spot(place)) state.selection.value = selectCell(place)
    },
    focusGridInnerElement: () => {
      const { layout, active } = state
      const first = layout.value.place({ row: layout.value.lines.start, column: 0 })
      const place = active.value ?? first ?? layout.value.place({ row: 0, column: 0 })
      if (place) state.focus(place)
      return place !== undefined
    },
    suppressHeaderFocus: true,
    // the grid makes every row a tab stop
    processRowPostCreate: ({ eRow }) => eRow.removeAttribute('tabindex'),
    context,
    onCellDoubleClicked: (event) => {
      editsInPlace()
      if (!touch) onClick(event)
    },
    onCellClicked: (event) => {
      if (touch) onClick(event)
    },
  }
}
