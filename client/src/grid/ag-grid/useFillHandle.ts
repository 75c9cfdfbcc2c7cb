import { computed, onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import { samePlace } from '../cell.ts'
import { draggedTo } from '../fill/fill-rect.ts'
import type { Fill } from '../fill/useFill.ts'
import type { Rect } from '../layout.ts'
import { edgeClasses } from '../selection/edges.ts'
import type { GridState } from '../useGridState.ts'
import { placeOf } from './hit.ts'
import { useDrag } from './useDrag.ts'
import '../fill/fill.css'

/** Pixels from the corner, to both sides. */
const reach = 10

/**
 * The small square in the corner of the selected range: dragged, it fills; double-clicked, it fills down to
 * the end of the data. Ctrl turns copying and counting on round; Esc lets go.
 */
export function useFillHandle(
  state: GridState,
  box: Readonly<Ref<HTMLElement | null>>,
  fill: Fill,
): void {
  const drag = useDrag(state, box)
  const target = shallowRef<Rect>()

  /** The range that can be filled from, and the cell with its handle; nothing when there is none. */
  const handle = computed(() => {
    const [source] = state.rects.value
    const active = state.active.value
    if (!source || !active || state.rects.value.length > 1) return undefined
    const corner = state.layout.value.place({ row: source.bottom, column: source.right })
    if (!corner) return undefined
    return state.isEditable(corner) || state.isEditable(active) ? { source, corner } : undefined
  })
  state.dress(
    'handle',
    computed(() => {
      const { value: now } = handle
      return now && ((place) => (samePlace(place, now.corner) ? 'fill-handle' : undefined))
    }),
  )
  state.dress(
    'to fill',
    computed(() => {
      const { value: rect } = target
      return rect && ((_place, spot) => edgeClasses('to-fill', [rect], spot))
    }),
  )
  state.onEscape(letGo)

  function letGo(): boolean {
    const isDragging = target.value !== undefined
    drag.end()
    target.value = undefined
    return isDragging
  }

  /** The range to fill from, when the pointer is at its handle. */
  function at(event: MouseEvent): Rect | undefined {
    const place = placeOf(event.target)
    if (!handle.value || !samePlace(place, handle.value.corner)) return undefined
    const cell = (event.target as Element).closest('.ag-cell')
    if (!cell || !box.value?.contains(cell) || cell.querySelector('input')) return undefined
    const { right, bottom } = cell.getBoundingClientRect()
    const isNear = right - event.clientX <= reach && bottom - event.clientY <= reach
    return isNear ? handle.value.source : undefined
  }

  function onPointerDown(event: PointerEvent): void {
    const source = event.button === 0 && event.pointerType !== 'touch' ? at(event) : undefined
    if (!source) return
    keep(event)
    target.value = source
    let turned = event.ctrlKey || event.metaKey
    const follow = (up: PointerEvent): void => void (turned = up.ctrlKey || up.metaKey)
    addEventListener('pointerup', follow, { capture: true, once: true })
    drag.start({
      onReach: (place) => {
        const spot = state.layout.value.spot(place)
        if (spot && target.value) target.value = draggedTo(source, spot)
      },
      onDrop: () => {
        const to = target.value
        target.value = undefined
        const isFurther = to && JSON.stringify(to) !== JSON.stringify(source)
        if (isFurther) fill.fillTo(source, to, turned ? 'other' : 'usual')
      },
    })
  }

  function onDoubleClick(event: MouseEvent): void {
    const source = at(event)
    if (!source) return
    keep(event)
    fill.fillDownToEnd(source)
  }

  function onMouseDown(event: MouseEvent): void {
    if (at(event)) keep(event)
  }

  function onPointerMove(event: PointerEvent): void {
    const isAt = target.value !== undefined || at(event) !== undefined
    box.value?.classList.toggle('at-handle', isAt)
  }

  /** Keeps an event from the grid, which would select or edit the cell below. */
  function keep(event: Event): void {
    event.preventDefault()
    event.stopPropagation()
  }

  // on the document, so that they come before those of the grid itself
  onMounted(() => {
    document.addEventListener('pointerdown', onPointerDown, { capture: true })
    document.addEventListener('mousedown', onMouseDown, { capture: true })
    document.addEventListener('dblclick', onDoubleClick, { capture: true })
    document.addEventListener('pointermove', onPointerMove, { capture: true, passive: true })
  })
  onBeforeUnmount(() => {
    drag.end()
    document.removeEventListener('pointerdown', onPointerDown, { capture: true })
    document.removeEventListener('mousedown', onMouseDown, { capture: true })
    document.removeEventListener('dblclick', onDoubleClick, { capture: true })
    document.removeEventListener('pointermove', onPointerMove, { capture: true })
  })
}
