import { Fault } from '@andel/schema/fault'
import type { CellPlace } from '../grid/cell.ts'
import type { CellChange } from '../grid/change.ts'
import { draftKey, type Draft } from './draft.ts'

/** What is stored in a cell, as `ValueDraft` has it; version 0 where nothing is. */
export interface Stored {
  readonly value: string
  readonly version: number
}

/** What a sheet knows of its own cells. */
export interface DraftCells {
  stored(place: CellPlace): Stored
  /**
   * What a text typed in a cell means; `undefined`: the cell keeps what is stored.
   *
   * @throws {Fault} when the text cannot be read
   */
  read(place: CellPlace, text: string): string | undefined
}

/** What came of texts that were put into cells. */
export interface Taken {
  readonly unreadable: readonly CellPlace[]
  /** Cells that were to be emptied and cannot be. */
  readonly kept: readonly CellPlace[]
}

/** Puts texts into cells as drafts; what is stored already needs none. */
export function takeTexts(
  drafts: Map<string, Draft>,
  changes: readonly CellChange[],
  { stored, read }: DraftCells,
): Taken {
  const unreadable: CellPlace[] = []
  const kept: CellPlace[] = []
  for (const { place, text } of changes) {
    const key = draftKey(place)
    const had = drafts.get(key)
    drafts.delete(key)
    try {
      const value = read(place, text)
      if (value === undefined && !had) kept.push(place)
      const { value: before, version } = stored(place)
      if (value !== undefined && value !== before) {
        drafts.set(key, { kind: 'value', value, before, version })
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const { code, details } = error
      drafts.set(key, { kind: 'unreadable', text, code, details })
      unreadable.push(place)
    }
  }
  return { unreadable, kept }
}

/** Whether somebody has stored something else in the cell since the draft was made. */
export function isOvertaken(draft: Draft, now: Stored): boolean {
  if (draft.kind !== 'value' || draft.value === now.value) return false
  return draft.version !== now.version && draft.before !== now.value
}
