import type { CellPlace } from '../cell.ts'
import { newRow, type CellChange } from '../change.ts'
import { heightOf, widthOf, type Layout, type Rect } from '../layout.ts'
import { sizeOf, type Block } from './block.ts'

/** Why nothing can be pasted. */
export type PasteFault =
  /** There is nothing to paste, or nowhere to put it. */
  | 'NOTHING_TO_PASTE'
  /** More than one value, and more than one range to put it in. */
  | 'SEVERAL_RANGES'

export interface PasteTarget {
  /** One range at least, the one that has the focus last. */
  readonly selected: readonly Rect[]
  readonly layout: Layout
  /** Whether rows can be added below the last line. */
  readonly mayAddRows: boolean
  /** Asked of rows that are to be added as well, by `newRow`. */
  isEditable(place: CellPlace): boolean
}

/** What a paste would do. */
export interface PastePlan {
  readonly changes: readonly CellChange[]
  /** Cells that cannot be typed in, and that something was meant for. */
  readonly skipped: readonly CellPlace[]
  readonly newRows: number
  /** What stands selected afterwards; it reaches over the rows that are added. */
  readonly area: Rect
  /** Rows and columns of the block for which there is no room. */
  readonly lost: { readonly rows: number; readonly columns: number }
}

/**
 * Where the cells of a block go, as in Excel: one value goes into every selected cell; a block is repeated
 * when the range is a multiple of it, where a range one cell wide or high counts as wide or high as the block;
 * any other block goes from the top left corner at its own size.
 *
 * Rows below the last line are added when they may be; the rows that stay above and below never grow.
 */
export function planPaste(block: Block, target: PasteTarget): PastePlan | PasteFault {
  const { selected } = target
  const size = sizeOf(block)
  const range = selected.at(-1)
  if (!range || size.width === 0) return 'NOTHING_TO_PASTE'
  const isOne = size.height === 1 && size.width === 1
  if (selected.length > 1 && !isOne) return 'SEVERAL_RANGES'
  if (isOne) return place(() => block[0]?.[0], selected, range, range, target)

  const down = repeats(heightOf(range), size.height)
  const across = repeats(widthOf(range), size.width)
  const times = down && across ? { down, across } : { down: 1, across: 1 }
  const area = {
    top: range.top,
    left: range.left,
    bottom: range.top + times.down * size.height - 1,
    right: range.left + times.across * size.width - 1,
  }
  const text = (row: number, column: number) =>
    block[(row - area.top) % size.height]?.[(column - area.left) % size.width]
  return place(text, [area], area, range, target)
}

/** How often a block fits into a range exactly; not at all otherwise. */
function repeats(range: number, block: number): number | undefined {
  if (range === 1) return 1
  return range % block === 0 ? range / block : undefined
}

function place(
  text: (row: number, column: number) => string | undefined,
  areas: readonly Rect[],
  area: Rect,
  range: Rect,
  { layout, mayAddRows, isEditable }: PasteTarget,
): PastePlan {
  const changes = new Map<string, CellChange>()
  const skipped = new Map<string, CellPlace>()
  const room = roomBelow(range, layout, mayAddRows)
  const lost = {
    rows: Math.max(area.bottom - room, 0),
    columns: Math.max(area.right - layout.columns.length + 1, 0),
  }
  let newRows = 0
  for (const { top, bottom, left, right } of areas) {
    for (let row = top; row <= Math.min(bottom, room); row += 1) {
      const added = row > range.bottom && row >= layout.lines.end && isLine(range, layout)
      if (added) newRows = Math.max(newRows, row - layout.lines.end + 1)
      const id = added ? newRow(row - layout.lines.end) : layout.rows[row]!
      for (let column = left; column <= Math.min(right, layout.columns.length - 1); column += 1) {
        const cell = { row: id, column: layout.columns[column]! }
        const value = text(row, column)
        if (value === undefined) continue
        const name = `${row} ${column}`
        if (isEditable(cell)) changes.set(name, { place: cell, text: value })
        else if (value !== '') skipped.set(name, cell)
      }
    }
  }
  return {
    changes: [...changes.values()],
    skipped: [...skipped.values()],
    newRows,
    area: {
      ...area,
      bottom: Math.min(area.bottom, room),
      right: Math.min(area.right, layout.columns.length - 1),
    },
    lost,
  }
}

/** The last row that a block can reach. What is selected can always be reached. */
function roomBelow(range: Rect, layout: Layout, mayAddRows: boolean): number {
  if (range.top >= layout.lines.end) return layout.rows.length - 1
  if (isLine(range, layout) && mayAddRows) return Infinity
  return Math.max(layout.lines.end - 1, range.bottom)
}

function isLine({ top }: Rect, { lines }: Layout): boolean {
  return top >= lines.start && top < lines.end
}
