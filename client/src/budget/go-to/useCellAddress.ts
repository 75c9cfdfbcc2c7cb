import { nextTick, onScopeDispose, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { SheetScreen } from '../useSheetScreen.ts'
import { addressedCell } from './cell-address.ts'

/** Goes to the cell that the address asks for, when the sheet is opened and whenever it is asked for again. */
export function useCellAddress(screen: SheetScreen): void {
  const route = useRoute()
  const { path } = route

  function follow(query: typeof route.query): void {
    const { saving, figures } = screen.sheet
    const found = addressedCell(query, figures.shown.value.sheet, saving.ids.value)
    if (!found) return
    if ('gone' in found) screen.hint.value = screen.voice.t('goTo.gone')
    else screen.goTo(found.place)
  }

  const stop = watch(screen.grid, async (grid) => {
    if (!grid) return
    stop()
    await nextTick()
    follow(route.query)
  })
  // told of the same address again too, which changes nothing else
  onScopeDispose(useRouter().afterEach((to) => void (to.path === path && follow(to.query))))
}
