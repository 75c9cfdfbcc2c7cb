import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import {
  addRange,
  extendTo,
  lastRange,
  selectCell,
  selectWhole,
  type SelectedRange,
  type Selection,
} from '../selection/selection.ts'
import type { CellPlace } from '../cell.ts'
import type { GridState } from '../useGridState.ts'
import { headedColumn, placeOf } from './hit.ts'
import { useDrag } from './useDrag.ts'

/** Selecting with the mouse, as in Excel: drag, Shift, Ctrl, row numbers and column headings. */
export function usePointer(state: GridState, box: Readonly<Ref<HTMLElement | null>>): void {
  const drag = useDrag(state, box)

  /** Whether the click that follows has been seen to already. */
  let isChosen = false

  function onPointerDown(event: PointerEvent): void {
    isChosen = false
    const column = headedColumn(event.target)
    if (column !== undefined) return onHeading(event, column)
    const place = placeOf(event.target)
    if (!place || event.pointerType === 'touch' || isEditor(event.target)) return
    if (event.button === 2) return keep(event) // what it does to the selection, the menu says
    if (event.button !== 0) return
    const numbers = state.column(place.column)?.numbersRows
    const first = state.layout.value.columns[0]
    if (numbers && first === undefined) return
    const cell = numbers ? { row: place.row, column: first! } : place
    const whole = numbers ? ('rows' as const) : undefined
    choose(cell, whole, event)
    const extend = (to: CellPlace): void => {
      const { value: now } = state.selection
      if (now) state.selection.value = extendTo(now, numbers ? { ...to, column: first! } : to)
    }
    drag.start({ onReach: extend, among: isReached })
  }

  /** From among the lines, the rows that stay in view are reached once there is no line left to scroll to. */
  function isReached({ row }: CellPlace): boolean {
    const { rows, lines } = state.layout.value
    const head = state.selection.value && lastRange(state.selection.value).head.row
    const [from, to] = [rows.indexOf(head ?? ''), rows.indexOf(row)]
    const isLine = (index: number): boolean => index >= lines.start && index < lines.end
    if (!isLine(from) || isLine(to)) return true
    return to < lines.start ? from === lines.start : from === lines.end - 1
  }

  /** Dragging over headings selects their columns; that of a selected column moves it, as the grid does. */
  function onHeading(event: PointerEvent, column: string): void {
    const row = headedRow()
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey
    if (row === undefined || event.button !== 0 || event.pointerType === 'touch') return
    if (state.column(column)?.numbersRows || (isPlain && isWhole(column))) return
    choose({ row, column }, 'columns', event)
    isChosen = true
    drag.start({
      onReach: (to) => {
        const { value: now } = state.selection
        if (now) state.selection.value = extendTo(now, to)
      },
      along: row,
    })
  }

  /** The row that stands for whole columns: one that is in view, so that nothing scrolls away. */
  function headedRow(): string | undefined {
    const { rows, lines } = state.layout.value
    return state.control.value?.firstShown() ?? rows[lines.start] ?? rows[0]
  }

  function isWhole(column: string): boolean {
    const { rects, layout, selection } = state
    const at = layout.value.spot({ row: headedRow() ?? '', column })?.column
    if (at === undefined || !selection.value) return false
    return selection.value.ranges.some(({ whole }, index) => {
      const rect = whole === 'columns' ? rects.value[index] : undefined
      return rect !== undefined && rect.left <= at && at <= rect.right
    })
  }

  /** By a touch, and where no drag was begun. */
  function onClick(event: MouseEvent): void {
    const column = headedColumn(event.target)
    const first = state.layout.value.columns[0]
    const row = headedRow()
    if (column === undefined || row === undefined || isChosen) return
    if (state.column(column)?.numbersRows) {
      const to = first !== undefined && { row, column: first }
      if (to) show({ ranges: [{ anchor: to, head: to, whole: 'lines' }], active: to }, event)
      return
    }
    choose({ row, column }, 'columns', event)
  }

  function choose(
    place: { row: string; column: string },
    whole: SelectedRange['whole'],
    event: MouseEvent,
  ): void {
    const { value: now } = state.selection
    if (event.shiftKey && now) {
      const grown = extendTo(now, place)
      const last = grown.ranges[grown.ranges.length - 1]!
      return show({ ...grown, ranges: [...grown.ranges.slice(0, -1), { ...last, whole }] }, event)
    }
    const range = { anchor: place, head: place, whole }
    if ((event.ctrlKey || event.metaKey) && now) return show(addRange(now, range), event)
    const isWhole = whole === 'rows' || whole === 'columns'
    show(isWhole ? selectWhole(whole, place) : selectCell(place), isWhole ? event : undefined)
  }

  /** @param event - on which the grid would give the focus to the cell pointed at */
  function show(next: Selection, event?: Event): void {
    state.selection.value = next
    if (!event) return
    keep(event)
    state.control.value?.focus(next.active)
  }

  /** Keeps an event from the grid. */
  function keep(event: Event): void {
    event.preventDefault()
    event.stopPropagation()
  }

  /** The grid hears of the mouse only where a plain click gives a cell the focus. */
  function onMouseDown(event: MouseEvent): void {
    const place = placeOf(event.target)
    if (!place || isEditor(event.target)) return
    const isPlain = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey
    if (isPlain && !state.column(place.column)?.numbersRows) return
    keep(event)
  }

  /** A click that selected more is no click on the cell. */
  function keepClick(event: MouseEvent): void {
    const selectsMore = event.shiftKey || event.ctrlKey || event.metaKey
    if (selectsMore && placeOf(event.target)) event.stopPropagation()
  }

  onMounted(() => {
    const element = box.value
    element?.addEventListener('pointerdown', onPointerDown, { capture: true })
    element?.addEventListener('mousedown', onMouseDown, { capture: true })
    element?.addEventListener('click', keepClick, { capture: true })
    element?.addEventListener('click', onClick)
  })
  onBeforeUnmount(drag.end)
}

function isEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, button') !== null
}
