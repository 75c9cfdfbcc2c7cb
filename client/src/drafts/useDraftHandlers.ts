import type { CellPlace } from '../grid/cell.ts'
import type { ChangeSet } from '../grid/change.ts'
import type { SheetHandlers } from '../grid/handlers.ts'
import { wantsToType } from '../grid/keys/chord.ts'
import { useText } from '../text/useText.ts'
import { takeTexts, type DraftCells, type Taken } from './take-texts.ts'
import type { DraftBook } from './useDrafts.ts'

interface DraftSheet {
  readonly book: DraftBook
  readonly cells: DraftCells
  focused(place: CellPlace): void
  /** Why a cell is not to be typed in, where it is a matter of rights. */
  whyNot(place: CellPlace): string | undefined
  /** Tells what was not done as it was meant. */
  say(sentence: string): void
}

/**
 * What a sheet of drafts does with what its grid tells: whatever is typed, pasted or filled is a draft. Enter
 * and a tap open nothing, so that every cell is gone through and typed in as in any sheet.
 */
export function useDraftHandlers({ book, cells, say, ...own }: DraftSheet): SheetHandlers {
  const { counted, t } = useText()

  function take(changes: ChangeSet['changes']): Taken {
    let taken: Taken = { unreadable: [], kept: [] }
    book.change((next) => (taken = takeTexts(next, changes, cells)))
    return taken
  }

  function change(set: ChangeSet): void {
    const { kept, unreadable } = take(set.changes)
    set.taken?.()
    const { skipped, lost, arranged, changes } = set
    const several = changes.length > 1 && set.kind !== 'enter' && set.kind !== 'clear'
    say(
      [
        unreadable.length > 0 && counted('drafts.hint.unreadable', unreadable.length),
        kept.length > 0 && counted('drafts.hint.kept', kept.length),
        skipped.length > 0 && whySkipped(set),
        lost && lost.rows > 0 && counted('drafts.hint.lostRows', lost.rows),
        lost && lost.columns > 0 && counted('drafts.hint.lostColumns', lost.columns),
        arranged && several && t('drafts.hint.arranged'),
      ]
        .filter(Boolean)
        .join(' '),
    )
  }

  /** Where all of it is skipped, there may be more to say than that. */
  function whySkipped({ changes, skipped }: ChangeSet): string {
    const [first] = skipped
    const why = changes.length === 0 && first ? own.whyNot(first) : undefined
    return why ?? counted('drafts.hint.skipped', skipped.length)
  }

  return {
    typing: () => {},
    commit(place, text) {
      const { kept, unreadable } = take([{ place, text }])
      say(kept.length > 0 ? counted('drafts.hint.kept', 1) : '')
      return unreadable.length === 0
    },
    stopped: () => {},
    change,
    opens: () => false,
    open: () => {},
    key(event, place) {
      const why = wantsToType(event) ? own.whyNot(place) : undefined
      if (why !== undefined) say(why)
      return why !== undefined
    },
    ...own,
  }
}
