import type { LineGroup } from './arrange/applied.ts'
import type { CellContent, CellView } from './cell.ts'

/** A choice in a list. */
export interface ListOption {
  readonly value: string
  readonly label: string
  /** A second, quieter line. */
  readonly detail?: string | undefined
}

/** Something that can be done from a list instead of choosing in it. */
export interface ListAction {
  readonly label: string
  run(): void
}

/** What opens when a cell is edited. Whatever the kind, it gives a text. */
export type EditorRequest =
  | { readonly kind: 'line'; readonly text: string; readonly figures?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly text: string
      readonly options: readonly ListOption[]
      readonly actions?: readonly ListAction[]
    }

/** A column of a sheet: what its cells show, and what opens when they are edited. */
export interface SheetColumn {
  readonly id: string
  readonly heading: string
  /** Said of the column when its heading is pointed at. */
  readonly hint?: string | undefined
  readonly align: 'start' | 'end'
  readonly width: number
  /** Takes its part of the room that is left over. */
  readonly grows?: boolean
  /** Stays when the sheet is scrolled sideways. */
  readonly fixed?: boolean
  readonly hidden?: boolean
  /** Its cells name their rows. */
  readonly namesRow?: boolean
  /** Its cells number their rows: they select them, and take no part in ranges. */
  readonly numbersRows?: boolean
  cell(row: string): CellView
  content(row: string): CellContent
  /** `undefined`: it cannot be edited. */
  editor(row: string): EditorRequest | undefined
}

/** The rows of a sheet, by id: those above and below stay in view. */
export interface SheetRows {
  readonly above: readonly string[]
  readonly lines: readonly string[]
  readonly below: readonly string[]
  /** Where the lines stand in groups: each with the row that heads it, and all its lines, shown or not. */
  readonly groups?: readonly LineGroup[] | undefined
}
