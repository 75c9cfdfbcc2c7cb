import type { CellPlace } from './cell.ts'
import type { ChangeSet } from './change.ts'
import type { RowHandlers } from './rows/row-handlers.ts'

/** What a sheet is told by its grid, and decides. */
export interface SheetHandlers {
  /** The text in the open editor after a keystroke, or the choice that is pointed at. */
  typing(place: CellPlace, text: string): void
  /** The editor of a cell has opened, before anything is typed. */
  started?(place: CellPlace): void
  /** Somebody means it. `false`: it cannot be taken, and the focus stays. */
  commit(place: CellPlace, text: string): boolean
  /** The editor of a cell is closed, whatever came of it. May be told twice. */
  stopped(place: CellPlace): void
  focused(place: CellPlace): void
  /** Whether a cell has something to open with Enter, a double click or a tap. */
  opens(place: CellPlace): boolean
  open(place: CellPlace): void
  /** Why a cell cannot be typed in, where the sheet knows more than that it cannot. */
  whyNot?(place: CellPlace): string | undefined
  /** Several cells at once: taken as one step, or not at all. */
  change(set: ChangeSet): void
  /** Where rows can be moved, or stand in groups. */
  readonly rows?: RowHandlers
  /** Any other key; `true` when it meant something. */
  key(event: KeyboardEvent, place: CellPlace): boolean
}
