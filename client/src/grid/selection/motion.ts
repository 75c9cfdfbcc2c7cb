import type { CellPlace } from '../cell.ts'
import type { Layout, Spot } from '../layout.ts'

export type Way = 'up' | 'down' | 'left' | 'right'

/** Where a key leads. */
export type Motion =
  | Way
  | 'edgeUp'
  | 'edgeDown'
  | 'edgeLeft'
  | 'edgeRight'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  | 'pageLeft'
  | 'pageRight'

/** What a motion needs to know besides where the cells stand. */
export interface Ground {
  readonly layout: Layout
  /** Rows and columns that are in view at once. */
  readonly page: { readonly rows: number; readonly columns: number }
  /** Whether there is something in a cell: Ctrl+arrow stops where that changes. */
  isFilled(place: CellPlace): boolean
}

const steps: Readonly<Record<Way, Spot>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

/** Where a motion ends; at the edge it stays. */
export function destination(from: Spot, motion: Motion, ground: Ground): Spot {
  const { layout, page } = ground
  switch (motion) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
      return clamp(add(from, steps[motion]), layout)
    case 'edgeUp':
      return edgeOfData(from, 'up', ground)
    case 'edgeDown':
      return edgeOfData(from, 'down', ground)
    case 'edgeLeft':
      return edgeOfData(from, 'left', ground)
    case 'edgeRight':
      return edgeOfData(from, 'right', ground)
    case 'rowStart':
      return { ...from, column: 0 }
    case 'rowEnd':
      return { ...from, column: layout.columns.length - 1 }
    case 'first':
      return corner(from, { row: layout.lines.start, column: 0 }, { row: 0, column: 0 }, layout)
    case 'last': {
      const column = layout.columns.length - 1
      const end = { row: layout.rows.length - 1, column }
      return corner(from, { row: layout.lines.end - 1, column }, end, layout)
    }
    case 'pageUp':
      return withinLines(from, -page.rows, layout)
    case 'pageDown':
      return withinLines(from, page.rows, layout)
    case 'pageLeft':
      return clamp({ ...from, column: from.column - page.columns }, layout)
    case 'pageRight':
      return clamp({ ...from, column: from.column + page.columns }, layout)
  }
}

/** The corner of the lines; from there, and where there are none, that of the whole sheet. */
function corner(from: Spot, ofLines: Spot, ofSheet: Spot, { lines }: Layout): Spot {
  const isThere = sameSpot(from, ofLines) || sameSpot(from, ofSheet)
  return isThere || lines.end === lines.start ? ofSheet : ofLines
}

function sameSpot(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.column === b.column
}

/**
 * As Excel's Ctrl+arrow: from within data to its last cell, otherwise to the next data, otherwise to the end.
 * Lines are an area of their own: the sums below them are reached by the next press.
 */
function edgeOfData(from: Spot, way: Way, { layout, isFilled }: Ground): Spot {
  const step = steps[way]
  const filled = (spot: Spot): boolean => {
    const place = layout.place(spot)
    return place !== undefined && isFilled(place)
  }
  const area = areaOf(from.row, layout)
  const inside = (spot: Spot): boolean =>
    layout.place(spot) !== undefined && areaOf(spot.row, layout) === area
  let here = from
  let next = add(here, step)
  if (!inside(next)) return clamp(next, layout)
  const runs = filled(here) && filled(next)
  while (inside(next)) {
    if (runs && !filled(next)) return here
    here = next
    if (!runs && filled(here)) return here
    next = add(here, step)
  }
  return here
}

function areaOf(row: number, { lines }: Layout): 'above' | 'lines' | 'below' {
  if (row < lines.start) return 'above'
  return row < lines.end ? 'lines' : 'below'
}

/** A page stays among the lines; from their edge it goes on to the rows beyond. */
function withinLines(from: Spot, by: number, layout: Layout): Spot {
  const { start, end } = layout.lines
  const isLine = from.row >= start && from.row < end
  const most = isLine ? Math.min(Math.max(from.row + by, start), end - 1) : from.row
  return most === from.row ? clamp({ ...from, row: from.row + by }, layout) : { ...from, row: most }
}

function add(spot: Spot, by: Spot): Spot {
  return { row: spot.row + by.row, column: spot.column + by.column }
}

function clamp({ row, column }: Spot, { rows, columns }: Layout): Spot {
  return {
    row: Math.max(0, Math.min(row, rows.length - 1)),
    column: Math.max(0, Math.min(column, columns.length - 1)),
  }
}
