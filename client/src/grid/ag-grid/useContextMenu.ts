import { onMounted, type Ref } from 'vue'
import { contains } from '../layout.ts'
import { selectWhole } from '../selection/selection.ts'
import type { CellPlace } from '../cell.ts'
import type { GridState } from '../useGridState.ts'
import { headedColumn, placeOf } from './hit.ts'

/** The menus of cells and columns by right click, or by a long press where there is no mouse. */
export function useContextMenu(state: GridState, box: Readonly<Ref<HTMLElement | null>>): void {
  function onContextMenu(event: MouseEvent): void {
    const { target } = event
    if (target instanceof Element && target.closest('input, textarea')) return
    const heading = headedColumn(target)
    const place = placeOf(target)
    if (heading === undefined && !place) return
    event.preventDefault()
    if (state.menu.value) return // by a key, which was heard of before
    const at = new DOMRect(event.clientX, event.clientY)
    if (place) {
      select(place)
      state.showMenu({ kind: 'cell', at })
    } else if (heading !== undefined && !state.column(heading)?.numbersRows) {
      state.showMenu({ kind: 'column', column: heading, at })
    }
  }

  /** A menu is about what is selected, or else about the cell or row it was asked at. */
  function select(place: CellPlace): void {
    const { layout, rects } = state
    const [first] = layout.value.columns
    const isNumber = state.column(place.column)?.numbersRows === true
    const cell = isNumber && first !== undefined ? { ...place, column: first } : place
    const spot = layout.value.spot(cell)
    if (!spot || rects.value.some((rect) => contains(rect, spot))) return
    if (isNumber) state.selection.value = selectWhole('rows', cell)
    else state.focus(cell)
  }

  onMounted(() => box.value?.addEventListener('contextmenu', onContextMenu))
}
