import { nextTick } from 'vue'
import type { GridState } from '../grid/useGridState.ts'

/** Gives the focus back to the active cell once a dialog has gone, or to the first one when there is none any more. */
export async function backToSheet({ active, layout, control, focus }: GridState): Promise<void> {
  await nextTick()
  const place = active.value
  if (place && layout.value.spot(place) && control.value?.focus(place)) return
  const first = layout.value.place({ row: layout.value.lines.start, column: 0 })
  if (first) focus(first)
}
