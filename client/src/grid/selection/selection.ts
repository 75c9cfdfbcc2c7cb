import type { CellPlace } from '../cell.ts'
import { spanning, type Layout, type Rect } from '../layout.ts'

/**
 * One range: a corner that stays and one that moves. By ids, so that it holds the same cells after sorting.
 * A range of whole rows or columns has every cell of them, whatever its corners say of the other way.
 */
export interface SelectedRange {
  readonly anchor: CellPlace
  readonly head: CellPlace
  readonly whole?: 'rows' | 'columns' | 'lines' | 'sheet' | undefined
}

/** What is selected. The last range is the one that keys extend; the active cell lies in it. */
export interface Selection {
  readonly ranges: readonly [...SelectedRange[], SelectedRange]
  readonly active: CellPlace
  /** The column that a run of Tabs began in: Enter goes back to it. */
  readonly tabHome?: string | undefined
}

/** A single cell. */
export function selectCell(place: CellPlace): Selection {
  return { ranges: [{ anchor: place, head: place }], active: place }
}

/** The last range, from its anchor to another cell. */
export function extendTo(selection: Selection, head: CellPlace): Selection {
  const last = lastRange(selection)
  const whole = last.whole === 'rows' || last.whole === 'columns' ? last.whole : undefined
  return withLast(selection, { anchor: last.anchor, head, whole })
}

/** One range more, as by Ctrl+click; the active cell moves to it. */
export function addRange({ ranges }: Selection, range: SelectedRange): Selection {
  return { ranges: [...ranges, range], active: range.anchor }
}

/** Whole rows or columns between two cells; in the place of what was selected, or as well. */
export function selectWhole(
  whole: 'rows' | 'columns',
  anchor: CellPlace,
  head: CellPlace = anchor,
): Selection {
  return { ranges: [{ anchor, head, whole }], active: anchor }
}

/** The rows or columns of the last range, whole. */
export function widen(selection: Selection, whole: 'rows' | 'columns'): Selection {
  const last = lastRange(selection)
  if (last.whole && last.whole !== whole) return withLast(selection, { ...last, whole: 'sheet' })
  return withLast(selection, { ...last, whole })
}

/** All lines; the second time everything, with the rows that stay in view. */
export function selectAll(selection: Selection): Selection {
  const { active } = selection
  const whole = lastRange(selection).whole === 'lines' ? 'sheet' : 'lines'
  return { ranges: [{ anchor: active, head: active, whole }], active }
}

export function lastRange({ ranges }: Selection): SelectedRange {
  return ranges[ranges.length - 1] as SelectedRange
}

/** Whether it is one cell and no more. */
export function isSingle({ ranges }: Selection): boolean {
  const [{ anchor, head, whole }] = ranges as readonly [SelectedRange]
  return ranges.length === 1 && !whole && anchor.row === head.row && anchor.column === head.column
}

/** Where a range lies now; nothing when it has no cell on screen. */
function rectOf({ anchor, head, whole }: SelectedRange, layout: Layout): Rect | undefined {
  const a = layout.spot(anchor)
  const b = layout.spot(head)
  const { rows, columns, lines } = layout
  const hasLines = lines.end > lines.start
  const everyRow = { top: 0, bottom: rows.length - 1 }
  const everyLine = hasLines ? { top: lines.start, bottom: lines.end - 1 } : everyRow
  const everyColumn = { left: 0, right: columns.length - 1 }
  if (layout.isEmpty) return undefined
  if (whole === 'sheet') return { ...everyRow, ...everyColumn }
  if (whole === 'lines') return { ...everyLine, ...everyColumn }
  if (!a || !b) return undefined
  const rect = spanning(a, b)
  if (whole === 'rows') return { ...rect, ...everyColumn }
  if (whole === 'columns') return { ...rect, ...everyLine }
  return rect
}

/** Where all ranges lie, the last one last. */
export function rectsOf({ ranges }: Selection, layout: Layout): readonly Rect[] {
  return ranges.flatMap((range) => rectOf(range, layout) ?? [])
}

/** What is left of a selection once rows or columns have gone; nothing when its active cell has. */
export function keepShown(selection: Selection, layout: Layout): Selection | undefined {
  if (!layout.spot(selection.active)) return undefined
  const kept = selection.ranges.filter(
    ({ anchor, head }) => layout.spot(anchor) && layout.spot(head),
  )
  const last = kept.at(-1)
  if (kept.length === selection.ranges.length) return selection
  return last
    ? { ...selection, ranges: [...kept.slice(0, -1), last] }
    : selectCell(selection.active)
}

function withLast(selection: Selection, range: SelectedRange): Selection {
  return { active: selection.active, ranges: [...selection.ranges.slice(0, -1), range] }
}
