import type { Layout, Rect } from '../layout.ts'
import type { Selection } from '../selection/selection.ts'

/** The cells of a rectangle, with its top left one active; nothing when it is not all on screen. */
export function selectArea(area: Rect, layout: Layout): Selection | undefined {
  const anchor = layout.place({ row: area.top, column: area.left })
  const head = layout.place({ row: area.bottom, column: area.right })
  return anchor && head && { ranges: [{ anchor, head }], active: anchor }
}
