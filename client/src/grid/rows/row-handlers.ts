import type { ChangeSet } from '../change.ts'
import type { RowMove } from './row-move.ts'

/** What a sheet is told of its rows, when they can be moved and stand in groups. */
export interface RowHandlers {
  /** Whether rows can be moved while they are arranged as they are; where they cannot, it says why. */
  mayMove(arranged: ChangeSet['arranged']): boolean
  move(move: RowMove): void
  /** Shows or hides what is below a header. */
  toggle(header: string): void
  /** Somebody means to give a group another name. */
  rename(header: string): void
}
