import type { CellChange, ChangeSet } from '../../grid/change.ts'
import { columnCode } from '../columns/column-code.ts'
import { cellId } from '../saving/outbox.ts'
import type { Edit } from '../sheet/edit.ts'
import { newLocalId } from '../sheet/local-ids.ts'
import type { SheetScreen } from '../useSheetScreen.ts'
import { needsPreview, storedSetting } from './preview-setting.ts'
import { isChosen } from './read-choice.ts'
import { readChanges, type ReadChanges } from './read-changes.ts'

type PreviewScreen = Pick<
  SheetScreen,
  'sheet' | 'voice' | 'cells' | 'dialog' | 'hint' | 'rights' | 'conflicts'
>

/** What the sheet does with several cells that change at once: one step, shown first where that is due. */
export function useChangeSets(screen: PreviewScreen) {
  const { sheet, voice, cells, dialog, hint, rights } = screen

  function change(set: ChangeSet): void {
    const typed = asTyped(set)
    if (typed) return void cells.commit(typed.place, typed.text)
    const newIds = Array.from({ length: set.newRows }, newLocalId)
    const read = readChanges(set, {
      sheet: sheet.figures.meant.value.sheet,
      language: voice.language,
      newIds,
    })
    if (isIdle(read)) hint.value = whyIdle(read)
    else if (needsPreview(set, read, storedSetting()))
      dialog.value = { kind: 'preview', set, newIds }
    else takeChanges(screen, set, read, read.edits)
  }

  function whyIdle({ skipped }: ReadChanges): string {
    const [first] = skipped
    const refused = first && rights.sentenceAt(first.place)
    return refused ?? voice.counted('paste.skippedHint', skipped.length)
  }

  return { change }
}

/** Whether all of it is skipped. */
function isIdle({ edits, read, unreadable, skipped }: ReadChanges): boolean {
  return skipped.length > 0 && edits.length + read.length + unreadable.length === 0
}

/** One cell that is emptied or typed in: what cannot be read stays in it. */
function asTyped({ kind, changes, skipped, newRows }: ChangeSet): CellChange | undefined {
  const [only] = changes
  if (!only || changes.length + skipped.length + newRows > 1) return undefined
  const isTyped = kind === 'clear' || kind === 'enter' || kind === 'replace'
  return isTyped && !isChosen(only.place.column) ? only : undefined
}

/** Makes one step of a set of changes. What was held in its cells is forgotten. */
export function takeChanges(
  { sheet, voice, hint, conflicts }: Pick<SheetScreen, 'sheet' | 'voice' | 'hint' | 'conflicts'>,
  set: ChangeSet,
  { read, skipped, displaced }: ReadChanges,
  edits: readonly Edit[],
): void {
  for (const { row, column } of read) conflicts.forget(cellId(row, columnCode(column) ?? column))
  sheet.steps.run(set.kind, edits)
  set.taken?.()
  const hints = [
    skipped.length > 0 && voice.counted('paste.skippedHint', skipped.length),
    displaced.length > 0 && voice.counted('paste.displacedHint', displaced.length),
  ].filter(Boolean)
  if (hints.length > 0) hint.value = hints.join(' ')
}
