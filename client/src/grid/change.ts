import type { CellPlace } from './cell.ts'

/** A text that shall stand in a cell, as it would be typed there. */
export interface CellChange {
  readonly place: CellPlace
  readonly text: string
}

/** What was done to several cells at once. */
export type ChangeKind = 'paste' | 'move' | 'fill' | 'clear' | 'enter' | 'replace'

/** Cells that change together: one step, all of it or nothing. */
export interface ChangeSet {
  readonly kind: ChangeKind
  readonly changes: readonly CellChange[]
  /** Cells that were meant as well and cannot be typed in. */
  readonly skipped: readonly CellPlace[]
  /** Rows that the changes need below the last line; their ids are `newRow(0)`, `newRow(1)` … */
  readonly newRows: number
  /** Set when rows are hidden by a filter, or stand in another order than their own. */
  readonly arranged?: 'filtered' | 'sorted' | 'filtered and sorted' | undefined
  /** Set when rows lie among them that a folded group hides, and that keep what they have. */
  readonly passesFolded?: boolean | undefined
  /** Rows and columns of what was to be put in for which there is no room. */
  readonly lost?: { readonly rows: number; readonly columns: number } | undefined
  /** Told once the sheet has taken the changes. */
  readonly taken?: (() => void) | undefined
}

const newRowMark = 'new row '

/** The id, in a set of changes, of a row that is not there yet. */
export function newRow(index: number): string {
  return newRowMark + index
}

export function isNewRow(row: string): boolean {
  return row.startsWith(newRowMark)
}
