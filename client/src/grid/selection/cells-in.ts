import type { CellPlace } from '../cell.ts'
import { contains, type Layout, type Rect } from '../layout.ts'

/** Every cell in some of the rectangles, each once, row by row within each. */
export function* cellsIn(rects: readonly Rect[], layout: Layout): Generator<CellPlace> {
  for (const [index, { top, left, bottom, right }] of rects.entries()) {
    const before = rects.slice(0, index)
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const place = layout.place({ row, column })
        if (place && !before.some((rect) => contains(rect, { row, column }))) yield place
      }
    }
  }
}
