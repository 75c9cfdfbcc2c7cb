import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { headersOf } from '../rows/fold-rows.ts'
import { useRowMove } from '../rows/useRowMove.ts'
import type { GridState } from '../useGridState.ts'
import { placeOf } from './hit.ts'
import { useDrag } from './useDrag.ts'
import './rows.css'

/** Rows by the mouse: dragged by their grips, folded by the arrow of their header, renamed by a double click. */
export function useRowPointer(state: GridState, box: Readonly<Ref<HTMLElement | null>>): void {
  const move = useRowMove(state)
  const drag = useDrag(state, box)
  const mark = document.createElement('div')
  mark.className = 'drop-mark'
  let over: string | undefined
  let height = 0

  /** The row that an event is at, when it is at some part of its cell. */
  function rowAt(event: Event, part: string): string | undefined {
    const { target } = event
    if (!(target instanceof Element) || !box.value?.contains(target)) return undefined
    return target.closest(part) ? placeOf(target)?.row : undefined
  }

  function onPointerDown(event: PointerEvent): void {
    const row = rowAt(event, '.cell-grip')
    if (row === undefined || event.button !== 0 || event.pointerType === 'touch') return
    keep(event)
    if (!move.take(row)) return
    box.value?.classList.add('is-moving')
    const { lines } = state.rows.value
    drag.start({
      onReach: reach,
      onDrop: letGo,
      among: ({ row: reached }) => lines.includes(reached),
    })
    addEventListener('pointermove', follow)
    addEventListener('pointercancel', giveUp)
    addEventListener('keydown', onKey, { capture: true })
  }

  function reach(place: { row: string }): void {
    over = place.row
    point()
  }

  function follow(event: PointerEvent): void {
    height = event.clientY
    point()
  }

  /** The half of the row that is pointed at says whether before or after it. */
  function point(): void {
    const around = over === undefined ? undefined : rowElement(over)?.getBoundingClientRect()
    if (over === undefined || !around) return
    move.over(over, height < around.top + around.height / 2 ? 'upper' : 'lower')
    showMark()
  }

  function showMark(): void {
    const { lines } = state.rows.value
    const gap = move.drop.value?.gap
    const below = gap === undefined ? undefined : rowElement(lines[gap] ?? '')
    const above = gap === undefined ? undefined : rowElement(lines[gap - 1] ?? '')
    const at = below?.getBoundingClientRect().top ?? above?.getBoundingClientRect().bottom
    const top = box.value?.getBoundingClientRect().top
    if (at === undefined || top === undefined) return mark.remove()
    mark.style.insetBlockStart = `${at - top}px`
    if (!mark.isConnected) box.value?.append(mark)
  }

  function rowElement(row: string): Element | undefined {
    return box.value?.querySelector(`.ag-row[row-id="${CSS.escape(row)}"]`) ?? undefined
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    keep(event)
    giveUp()
  }

  function giveUp(): void {
    move.giveUp()
    end()
  }

  function letGo(): void {
    end()
    move.letGo()
  }

  function end(): void {
    drag.end()
    over = undefined
    mark.remove()
    box.value?.classList.remove('is-moving')
    removeEventListener('pointermove', follow)
    removeEventListener('pointercancel', giveUp)
    removeEventListener('keydown', onKey, { capture: true })
  }

  function onMouseDown(event: MouseEvent): void {
    if (rowAt(event, '.cell-grip') !== undefined) keep(event)
  }

  function onClick(event: MouseEvent): void {
    const header = rowAt(event, '.cell-fold')
    if (header !== undefined) {
      keep(event)
      state.handlers.rows?.toggle(header)
    } else if (rowAt(event, '.cell-grip') !== undefined) keep(event)
  }

  function onDoubleClick(event: MouseEvent): void {
    const row = rowAt(event, '.ag-cell')
    const isPart = rowAt(event, '.cell-fold, .cell-grip') !== undefined
    if (row === undefined || (!isPart && !headersOf(state.rows.value.groups).has(row))) return
    keep(event)
    const column = placeOf(event.target)?.column
    if (!isPart && state.column(column ?? '')?.namesRow) state.handlers.rows?.rename(row)
  }

  // on the document, so that they come before those of the grid itself
  onMounted(() => {
    document.addEventListener('pointerdown', onPointerDown, { capture: true })
    document.addEventListener('mousedown', onMouseDown, { capture: true })
    document.addEventListener('click', onClick, { capture: true })
    document.addEventListener('dblclick', onDoubleClick, { capture: true })
  })
  onBeforeUnmount(() => {
    end()
    document.removeEventListener('pointerdown', onPointerDown, { capture: true })
    document.removeEventListener('mousedown', onMouseDown, { capture: true })
    document.removeEventListener('click', onClick, { capture: true })
    document.removeEventListener('dblclick', onDoubleClick, { capture: true })
  })
}

/** Keeps an event from the grid, which would select or edit the cell below. */
function keep(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
