import { draftPlace, type Draft, type Drafts } from '../../drafts/draft.ts'
import { isOvertaken, type Stored } from '../../drafts/take-texts.ts'
import { basisOf, isPart } from './key-parts.ts'
import { addedColumn, removedColumn, type Standing } from './standing.ts'

/** A draft as it is reviewed. */
export interface ChangeRow {
  readonly key: string
  readonly column: string
  /** Whose row it is; nothing when somebody else has removed it. */
  readonly code: string | undefined
  /** Somebody else has taken the part of the key away that it was typed for. */
  readonly isLost: boolean
  readonly draft: Draft
  readonly stored: Stored
  readonly isOvertaken: boolean
}

/** Drafts in the order of the sheet. What was to be said of a participation that has gone comes last. */
export function changeRows(
  drafts: Drafts,
  { rows, key: splitKey }: Standing,
  stored: (place: { row: string; column: string }) => Stored,
): readonly ChangeRow[] {
  const order = [...rows.keys()]
  const place = (key: string): number => {
    const index = order.indexOf(draftPlace(key).row)
    return index < 0 ? order.length : index
  }
  return [...drafts]
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([key, draft]) => {
      const cell = draftPlace(key)
      const now = stored(cell)
      return {
        key,
        column: cell.column,
        code: rows.get(cell.row)?.code,
        isLost: isPart(cell.column) && !basisOf(splitKey, cell.column),
        draft,
        stored: now,
        isOvertaken: isOvertaken(draft, now),
      }
    })
}

/** Drafts that go with one: all that was said of a participation that is not added after all. */
export function draftsWith({ key, column }: Pick<ChangeRow, 'key' | 'column'>, drafts: Drafts) {
  if (column !== addedColumn) return [key]
  const { row } = draftPlace(key)
  return [...drafts.keys()].filter((other) => draftPlace(other).row === row)
}

/** Whether it says that somebody comes or goes, rather than something about them. */
export function isComing(column: string): boolean {
  return column === addedColumn
}

export function isGoing(column: string): boolean {
  return column === removedColumn
}
