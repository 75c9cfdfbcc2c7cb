import type { Ref } from 'vue'
import type { CellPlace } from '../cell.ts'
import type { GridState } from '../useGridState.ts'
import { headedColumn, placeOf } from './hit.ts'

/** Cells further when the pointer is held beyond the edge, per step. */
const stepMs = 60

interface Drag {
  /** Told of every cell that the pointer comes to. */
  readonly onReach: (place: CellPlace) => void
  /** Told when it is let go. */
  readonly onDrop?: () => void
  /** The cells that can be reached; over all others the pointer is beyond them. */
  readonly among?: (place: CellPlace) => boolean
  /** Goes from column to column along one row, over headings too. */
  readonly along?: string | undefined
}

/**
 * Follows the pointer from cell to cell until it is let go; beyond the edges it goes on, and the sheet
 * scrolls along.
 */
export function useDrag(state: GridState, box: Readonly<Ref<HTMLElement | null>>) {
  let drag: Drag | undefined
  let here: CellPlace | undefined
  let pointer = { x: 0, y: 0 }
  let timer: ReturnType<typeof setInterval> | undefined

  function start(next: Drag): void {
    end()
    drag = next
    here = undefined
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', drop)
    addEventListener('pointercancel', end)
  }

  function end(): void {
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', drop)
    removeEventListener('pointercancel', end)
    clearInterval(timer)
    timer = undefined
    drag = undefined
  }

  function drop(): void {
    const dropped = drag
    end()
    dropped?.onDrop?.()
  }

  function onMove(event: PointerEvent): void {
    pointer = { x: event.clientX, y: event.clientY }
    const place = cellAt(document.elementFromPoint(pointer.x, pointer.y))
    if (place && drag?.among?.(place) !== false) reach(place)
    const beyond = direction()
    if (beyond.row === 0 && beyond.column === 0) {
      clearInterval(timer)
      timer = undefined
    } else timer ??= setInterval(goOn, stepMs)
  }

  /** The cell that is pointed at; beside the cells, at a row's number, the first of the row. */
  function cellAt(element: Element | null): CellPlace | undefined {
    if (!box.value?.contains(element)) return undefined
    if (drag?.along !== undefined) {
      const id = headedColumn(element) ?? placeOf(element)?.column
      const place = id === undefined ? undefined : { row: drag.along, column: id }
      return place && state.layout.value.spot(place) && place
    }
    const found = placeOf(element)
    const { layout, column } = state
    if (!found || layout.value.spot(found)) return found
    const first = layout.value.columns[0]
    const isNumber = column(found.column)?.numbersRows && first !== undefined
    return isNumber ? { row: found.row, column: first } : undefined
  }

  function reach(place: CellPlace): void {
    if (here?.row === place.row && here.column === place.column) return
    here = place
    drag?.onReach(place)
  }

  /** One cell further in the direction of the pointer, which is outside. */
  function goOn(): void {
    const from = here && state.layout.value.spot(here)
    if (!from) return
    const { row, column } = direction()
    const { lines, columns } = state.layout.value
    const isLine = from.row >= lines.start && from.row < lines.end
    const nextRow = isLine
      ? Math.min(Math.max(from.row + row, lines.start), lines.end - 1)
      : from.row
    const nextColumn = Math.min(Math.max(from.column + column, 0), columns.length - 1)
    const place = state.layout.value.place({ row: nextRow, column: nextColumn })
    if (!place) return
    if (drag?.along === undefined) state.control.value?.reveal(place)
    else state.control.value?.revealColumn(place.column)
    reach(place)
  }

  /** Which way the pointer is out of the cells that scroll. */
  function direction(): { row: number; column: number } {
    const around = box.value?.getBoundingClientRect()
    if (!around) return { row: 0, column: 0 }
    const edge = 24
    const above = box.value
      ?.querySelector('.ag-grid-pinned-top-rows')
      ?.getBoundingClientRect().bottom
    const below = box.value
      ?.querySelector('.ag-grid-pinned-bottom-rows')
      ?.getBoundingClientRect().top
    const sign = (at: number, from: number, to: number): number =>
      at < from ? -1 : at > to ? 1 : 0
    return {
      row:
        drag?.along === undefined
          ? sign(pointer.y, above ?? around.top, below ?? around.bottom)
          : 0,
      column: sign(pointer.x, around.left + edge, around.right - edge),
    }
  }

  return { start, end }
}
