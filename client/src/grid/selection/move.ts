import { destination, type Ground, type Motion } from './motion.ts'
import { extendTo, lastRange, selectCell, type Selection } from './selection.ts'

/** To another cell, which alone is selected then. */
export function go({ active }: Selection, motion: Motion, ground: Ground): Selection | undefined {
  const { layout } = ground
  const from = layout.spot(active)
  const place = from && layout.place(destination(from, motion, ground))
  return place && selectCell(place)
}

/** Moves the far corner of the last range; the active cell stays. */
export function extend(
  selection: Selection,
  motion: Motion,
  ground: Ground,
): Selection | undefined {
  const { layout } = ground
  const from = layout.spot(lastRange(selection).head)
  const head = from && layout.place(destination(from, motion, ground))
  return head && extendTo(selection, head)
}
