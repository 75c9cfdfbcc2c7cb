import type { SheetView } from '../figures/sheet-view.ts'
import type { Held } from '../saving/outbox.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import type { SheetLine } from '../sheet/sheet.ts'
import type { Voice } from '../../text/fault-sentence.ts'

/** Small signs at the name of a line, and the same in words. */
export interface LineMarks {
  readonly signs: readonly IconName[]
  readonly words: readonly string[]
}

/** What columns read when a cell is painted: always the present state. */
export interface ColumnContext {
  readonly voice: Voice & {
    date(on: string): string
    percent(percent: string, decimals?: number): string
  }
  /** The figures on screen. */
  view(): SheetView
  /** The figures of what the server has. */
  saved(): SheetView
  held(cellId: string): Held | undefined
  /** Whether what stands in a cell waits for a connection. */
  waits?(cellId: string): boolean
  /** The share that is being explained. */
  explained(): { readonly row: string; readonly code: string } | undefined
  /** Whether whoever looks may change what stands in a cell. */
  mayEdit(row: string, column: string): boolean
  /** Whether that is worth showing in the cells: where some may be changed and others not. */
  showsOpen?(): boolean
  /** What else there is to tell of a line, and the signs that say so. */
  about?(line: SheetLine): LineMarks
}

/** The rows that stay in view, above and below the lines. */
export const rowsAbove = ['population', 'share'] as const
export const rowsBelow = ['sum', 'perInhabitant', 'change'] as const
export type FixedRow = (typeof rowsAbove)[number] | (typeof rowsBelow)[number]

export function isFixedRow(row: string): row is FixedRow {
  return [...rowsAbove, ...rowsBelow].some((fixed) => fixed === row)
}
