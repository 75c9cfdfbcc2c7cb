import type { GridApi, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { CellPlace } from '../cell.ts'
import { isFeature, type SheetCommand } from '../keys/bindings.ts'
import { isCharacter } from '../keys/chord.ts'
import { keyCommand, type KeyCommand } from '../keys/key-command.ts'
import { extend, go } from '../selection/move.ts'
import type { Ground, Motion, Way } from '../selection/motion.ts'
import { lastRange, selectAll, selectCell, widen, type Selection } from '../selection/selection.ts'
import { walk } from '../selection/walk.ts'
import type { GridState } from '../useGridState.ts'
import { startEditing, typedText } from './editing.ts'
import { leaveGrid } from './leave-grid.ts'
import { rowHeight } from './theme.ts'
import type { GridRow } from './to-column-def.ts'

/** Keys in the sheet: Excel's, whatever AG Grid would do with them. */
export function useGridKeys(state: GridState, box: () => HTMLElement | null) {
  const { handlers } = state
  /** What came of the commit that is being made, when it is made by a key. */
  let taken = true
  /** Whether the open edit began by typing over the cell, as in Excel's Enter mode. */
  let entering = false

  function onKey({ event, api, data, column, editing }: SuppressKeyboardEventParams<GridRow>) {
    if (!data || event.isComposing) return false
    const active = editing ? undefined : shownActive()
    const place = active ?? { row: data.id, column: column.getColId() }
    const request = state.column(place.column)?.editor(place.row)
    const held = event.ctrlKey || event.metaKey || event.altKey
    if (!editing) entering = event.key === 'Backspace' || (isCharacter(event.key) && !held)
    const command = keyCommand(event, {
      editing: editing ? (request?.kind ?? 'line') : undefined,
      entering,
      editable: request !== undefined,
      opens: !state.isRange.value && handlers.opens(place),
      lists: request?.kind === 'list',
    })
    const handled = command ? perform(command, place, api, event) : !editing && other(event, place)
    if (handled) event.preventDefault()
    // what the grid would do by itself with other keys than those that write, it shall not
    return handled || (!editing && !isCharacter(event.key))
  }

  function shownActive(): CellPlace | undefined {
    const { value: active } = state.active
    return active && state.layout.value.spot(active) && active
  }

  function other(event: KeyboardEvent, place: CellPlace): boolean {
    return (event.key === 'Escape' && state.escape()) || handlers.key(event, place)
  }

  function perform(
    command: KeyCommand,
    place: CellPlace,
    api: GridApi<GridRow>,
    event: KeyboardEvent,
  ): boolean {
    switch (command.do) {
      case 'commit':
        taken = true
        stop(api, place, { drop: false })
        if (taken && command.walks) next(command.then)
        else if (taken) move(command.then, api)
        return true
      case 'commitToAll':
        commitToAll(api, place)
        return true
      case 'giveUp':
        stop(api, place, { drop: true })
        return true
      case 'switchMode':
        entering = !entering
        return true
      case 'insertToday':
        document.execCommand('insertText', false, today())
        return true
      case 'run':
        return run(command.command, place, api, event)
    }
  }

  function run(
    command: SheetCommand,
    place: CellPlace,
    api: GridApi<GridRow>,
    event: KeyboardEvent,
  ): boolean {
    if (isFeature(command)) return state.run(command) || handlers.key(event, place)
    const [verb, rest] = command.split(' ') as [string, Motion & Way]
    if (verb === 'go') return move(rest, api) && scrollBack(rest, api)
    if (verb === 'extend') {
      return apply(extend(current(place), rest, ground(api))) && scrollBack(rest, api)
    }
    if (verb === 'next') return next(rest)
    switch (command) {
      case 'select rows':
      case 'select columns':
        return apply(widen(current(place), rest as 'rows' | 'columns'))
      case 'select all':
        return apply(selectAll(current(place)))
      case 'collapse selection':
        return apply(selectCell(place))
      case 'open':
        handlers.open(place)
        return true
      case 'edit':
      case 'type over':
        if (!state.isEditable(place)) return handlers.key(event, place)
        startEditing(api, command === 'edit' ? 'F2' : 'Backspace')
        return true
      case 'clear':
        if (!state.selectedCells().some(state.isEditable)) return handlers.key(event, place)
        state.fillSelection('clear', '')
        return true
      case 'today':
        return typeToday(place, api, event)
      case 'show active cell':
        state.control.value?.reveal(place)
        return true
      case 'leave forward':
      case 'leave back':
        return leaveGrid(box(), command === 'leave forward' ? 1 : -1)
      default:
        return false
    }
  }

  function current(place: CellPlace): Selection {
    return state.selection.value ?? selectCell(place)
  }

  function move(motion: Motion, api: GridApi<GridRow>): boolean {
    const from = state.selection.value
    return apply(from && go(from, motion, ground(api)))
  }

  /** The beginning of a row is in view always where it is frozen: what is beside it comes back too. */
  function scrollBack(motion: Motion, api: GridApi<GridRow>): true {
    const first = api.getAllDisplayedColumns().find((column) => !column.isPinned())
    if (first && (motion === 'rowStart' || motion === 'first')) api.ensureColumnVisible(first)
    return true
  }

  /** Past the ends of the sheet Tab leaves it. */
  function next(way: Way): boolean {
    const from = state.selection.value
    const to = from && walk(from, way, state.layout.value)
    if (to) return apply(to)
    if (way === 'left' || way === 'right') leaveGrid(box(), way === 'right' ? 1 : -1)
    return true
  }

  function apply(to: Selection | undefined): true {
    if (!to) return true
    const before = state.active.value
    state.selection.value = to
    const { row, column } = to.active
    if (before?.row !== row || before.column !== column) state.control.value?.focus(to.active)
    else if (!lastRange(to).whole) state.control.value?.reveal(lastRange(to).head)
    return true
  }

  function ground(api: GridApi<GridRow>): Ground {
    const { top, bottom } = api.getVerticalPixelRange()
    const inView = api.getAllDisplayedVirtualColumns().filter((column) => !column.isPinned())
    return {
      layout: state.layout.value,
      page: {
        rows: Math.max(1, Math.floor((bottom - top) / rowHeight) - 1),
        columns: Math.max(1, inView.length - 1),
      },
      isFilled: ({ row, column }) => state.column(column)?.content(row).kind !== 'empty',
    }
  }

  /** Dates are for texts; a cell of figures says why it takes none. It is typed, so that Escape takes it back. */
  function typeToday(place: CellPlace, api: GridApi<GridRow>, event: KeyboardEvent): boolean {
    const request = state.column(place.column)?.editor(place.row)
    const takesText =
      request && request.kind !== 'list' && !('figures' in request && request.figures)
    if (!takesText) return handlers.key(event, place)
    entering = true
    startEditing(api, 'Backspace')
    document.execCommand('insertText', false, today())
    return true
  }

  function commitToAll(api: GridApi<GridRow>, place: CellPlace): void {
    const text = typedText(api)
    const toAll = state.isRange.value && text !== undefined
    stop(api, place, { drop: toAll })
    if (toAll) state.fillSelection('enter', text)
  }

  /** The grid closes its editor later than the key; whoever looks at the sheet must not notice. */
  function stop(api: GridApi<GridRow>, place: CellPlace, { drop }: { drop: boolean }): void {
    api.stopEditing(drop)
    handlers.stopped(place)
  }

  return {
    onKey,
    /** An edit that was begun by the mouse is Excel's Edit mode. */
    editsInPlace: () => (entering = false),
    /** Told in the same task as the key; the grid itself changes nothing. */
    commit(place: CellPlace, text: string): void {
      taken = handlers.commit(place, text)
    },
  }
}

/** As it is written in Sweden and in every list that sorts. */
function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
