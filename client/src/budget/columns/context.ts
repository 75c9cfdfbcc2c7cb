import type { SheetView } from '../figures/sheet-view.ts'
import type { Held } from '../saving/outbox.ts'
import type { Voice } from '../../text/fault-sentence.ts'

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
  /** The share that is being explained. */
  explained(): { readonly row: string; readonly code: string } | undefined
  /** Whether anything may be changed. */
  editable(): boolean
}

/** The rows that stay in view, above and below the lines. */
export const rowsAbove = ['population', 'share'] as const
export const rowsBelow = ['sum', 'perInhabitant', 'change'] as const
export type FixedRow = (typeof rowsAbove)[number] | (typeof rowsBelow)[number]

export function isFixedRow(row: string): row is FixedRow {
  return [...rowsAbove, ...rowsBelow].some((fixed) => fixed === row)
}
