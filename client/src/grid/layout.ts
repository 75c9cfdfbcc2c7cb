import type { CellPlace } from './cell.ts'

/** A cell by where it stands: both count from 0, over everything that is shown. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells; every side is part of it. */
export interface Rect {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * Which cells stand beside which, as they are shown now: sorted, filtered, in the order of the columns. What
 * is hidden is not in it.
 */
export class Layout {
  private readonly rowIndex: ReadonlyMap<string, number>
  private readonly columnIndex: ReadonlyMap<string, number>
  /** Ids from top to bottom: those that stay above, the lines, those that stay below. */
  readonly rows: readonly string[]
  /** Where the lines begin, and where those that stay below do. */
  readonly lines: { readonly start: number; readonly end: number }

  constructor(
    above: readonly string[],
    lines: readonly string[],
    below: readonly string[],
    /** Ids from left to right. */
    readonly columns: readonly string[],
  ) {
    this.rows = [...above, ...lines, ...below]
    this.lines = { start: above.length, end: above.length + lines.length }
    this.rowIndex = new Map(this.rows.map((id, index) => [id, index]))
    this.columnIndex = new Map(columns.map((id, index) => [id, index]))
  }

  /** Where a cell stands; nothing when its row or column is not shown. */
  spot({ row, column }: CellPlace): Spot | undefined {
    const at = { row: this.rowIndex.get(row), column: this.columnIndex.get(column) }
    return at.row === undefined || at.column === undefined ? undefined : (at as Spot)
  }

  /** The cell that stands at a spot; nothing outside. */
  place({ row, column }: Spot): CellPlace | undefined {
    const ids = { row: this.rows[row], column: this.columns[column] }
    return ids.row === undefined || ids.column === undefined ? undefined : (ids as CellPlace)
  }

  get isEmpty(): boolean {
    return this.rows.length === 0 || this.columns.length === 0
  }
}

/** The rectangle between two corners. */
export function spanning(a: Spot, b: Spot): Rect {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}

export function contains({ top, left, bottom, right }: Rect, { row, column }: Spot): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

export function heightOf({ top, bottom }: Rect): number {
  return bottom - top + 1
}

export function widthOf({ left, right }: Rect): number {
  return right - left + 1
}
