import type {
  CellClickedEvent,
  GridApi,
  GridOptions,
  SuppressKeyboardEventParams,
} from 'ag-grid-community'
import type { CellPlace } from '../cell.ts'
import type { SheetColumn } from '../column.ts'
import type { SheetHandlers } from '../handlers.ts'
import { isCharacter } from './editor-context.ts'
import { focusedPlace, startEditing, step } from './focus.ts'
import { keyCommand, type KeyCommand } from '../keys/key-command.ts'
import { sheetTheme } from './theme.ts'
import type { GridRow } from './to-column-def.ts'

interface GridWiring {
  readonly handlers: SheetHandlers
  column(id: string): SheetColumn | undefined
}

/** How AG Grid is set for every sheet: Excel's keys, no animation, and edits that are told, not made. */
export function useGridOptions({ handlers, column }: GridWiring): GridOptions<GridRow> {
  const touch = matchMedia('(pointer: coarse)').matches
  /** What came of the commit that is being made, when it is made by a key. */
  let taken = true
  /** Whether the open edit began by typing over the cell, as in Excel's Enter mode. */
  let entering = false

  function onKey(params: SuppressKeyboardEventParams<GridRow>): boolean {
    const { event, api, data, column: agColumn } = params
    if (!data || event.isComposing) return false
    const place = { row: data.id, column: agColumn.getColId() }
    const request = column(place.column)?.editor(place.row)
    const held = event.ctrlKey || event.metaKey || event.altKey
    if (!params.editing) entering = event.key === 'Backspace' || (isCharacter(event.key) && !held)
    const command = keyCommand({
      key: event.key,
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      editing: params.editing ? (request?.kind ?? 'line') : undefined,
      entering,
      editable: request !== undefined,
      opens: handlers.opens(place),
      lists: request?.kind === 'list',
    })
    const handled = command
      ? perform(command, place, api)
      : !params.editing && handlers.key(event, place)
    if (handled) event.preventDefault()
    return handled
  }

  function perform(command: KeyCommand, place: CellPlace, api: GridApi<GridRow>): boolean {
    switch (command.do) {
      case 'commit':
        taken = true
        stopEditing(api, place, { drop: false })
        if (taken) step(api, command.then)
        return true
      case 'giveUp':
        stopEditing(api, place, { drop: true })
        return true
      case 'move':
        step(api, command.then)
        return true
      case 'open':
        handlers.open(place)
        return true
      case 'edit':
        startEditing(api, command.with)
        return true
      case 'switchMode':
        entering = !entering
        return true
      case 'clear':
        handlers.commit(place, '')
        return true
    }
  }

  /** The grid closes its editor later than the key; whoever looks at the sheet must not notice. */
  function stopEditing(api: GridApi<GridRow>, place: CellPlace, { drop }: { drop: boolean }): void {
    api.stopEditing(drop)
    handlers.stopped(place)
  }

  function onClick({
    data,
    column: agColumn,
  }: Pick<CellClickedEvent<GridRow>, 'data' | 'column'>): void {
    if (!data) return
    const place = { row: data.id, column: agColumn.getColId() }
    if (handlers.opens(place)) handlers.open(place)
  }

  return {
    theme: sheetTheme,
    getRowId: ({ data }) => data.id,
    popupParent: document.querySelector('main') ?? document.body,
    defaultColDef: {
      sortable: false,
      resizable: true,
      suppressMovable: true,
      suppressHeaderMenuButton: true,
      cellDataType: false,
      suppressKeyboardEvent: onKey,
      // told in the same task as the key; the grid itself changes nothing
      valueSetter: ({ data, column: agColumn, newValue }) => {
        taken = handlers.commit({ row: data.id, column: agColumn.getColId() }, String(newValue))
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
    onCellFocused: (event) => {
      const place = focusedPlace(event)
      if (place) handlers.focused(place)
    },
    onCellDoubleClicked: (event) => {
      entering = false
      if (!touch) onClick(event)
    },
    onCellClicked: (event) => {
      if (touch) onClick(event)
    },
  }
}
