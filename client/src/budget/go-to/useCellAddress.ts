import { nextTick, onScopeDispose, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { CellPlace } from '../../grid/cell.ts'
import { isFixedRow } from '../columns/context.ts'
import type { SheetScreen } from '../useSheetScreen.ts'
import { addressedCell } from './cell-address.ts'

/**
 * Goes to the cell that the address asks for, when the sheet is opened and whenever it is asked for again.
 *
 * @param otherwise - where the focus is to be when the sheet is opened and the address asks for none
 */
export function useCellAddress(screen: SheetScreen, otherwise?: CellPlace | 'first'): void {
  const route = useRoute()
  const { path } = route

  /** `false`: none is asked for. */
  function follow(query: typeof route.query): boolean {
    const { saving, figures } = screen.sheet
    const found = addressedCell(query, figures.shown.value.sheet, saving.ids.value)
    if (!found) return false
    if ('gone' in found) screen.hint.value = screen.voice.t('goTo.gone')
    else screen.goTo(found.place)
    return true
  }

  /** A line may not be there any more. */
  function standing(place: CellPlace | 'first'): CellPlace {
    const { rows, sheet } = screen.sheet.figures.shown.value
    if (place !== 'first' && (rows.has(place.row) || isFixedRow(place.row))) return place
    return { row: sheet.lines[0]?.id ?? 'sum', column: 'description' }
  }

  const stop = watch(screen.grid, async (grid) => {
    if (!grid) return
    stop()
    await nextTick()
    if (!follow(route.query) && otherwise) screen.goTo(standing(otherwise))
  })
  // told of the same address again too, which changes nothing else
  onScopeDispose(useRouter().afterEach((to) => void (to.path === path && follow(to.query))))
}
