import { contains, type Rect, type Spot } from '../layout.ts'

/** Class names that draw a cell's part of the outline around rectangles: `range range-top range-left`. */
export function edgeClasses(name: string, rects: readonly Rect[], spot: Spot): string | undefined {
  const around = rects.findLast((rect) => contains(rect, spot))
  if (!around) return undefined
  const { top, left, bottom, right } = around
  return [
    name,
    spot.row === top && `${name}-top`,
    spot.row === bottom && `${name}-bottom`,
    spot.column === left && `${name}-left`,
    spot.column === right && `${name}-right`,
  ]
    .filter(Boolean)
    .join(' ')
}
