import { wantsToType } from '../grid/keys/chord.ts'
import { samePlace, type CellPlace } from '../grid/cell.ts'
import type { SheetHandlers } from '../grid/handlers.ts'
import { useChangeSets } from './paste/useChangeSets.ts'
import { useSectionHandlers } from './sections/useSectionHandlers.ts'
import type { SheetScreen } from './useSheetScreen.ts'

interface HandlerOptions {
  readonly screen: SheetScreen
  /** Moves the focus into the message at the focused cell. */
  enterNotice(): void
}

/** What the sheet does with what its grid tells. */
export function useSheetHandlers({ screen, enterNotice }: HandlerOptions): SheetHandlers {
  const { change } = useChangeSets(screen)
  const headers = useSectionHandlers(screen)
  const { cells, editing, rights, why, currentLine } = screen

  /** Keys that a cell does not take. */
  function key(event: KeyboardEvent, place: CellPlace): boolean {
    if (event.key === 'Escape') return escape(place)
    if (wantsToType(event) && rights.refuse(place)) return true
    if (wantsToType(event) && headers.typing(event, place)) return true
    if (wantsToType(event) && isCalculated(place)) {
      screen.hint.value = screen.voice.t('faults.AMOUNT_IS_CALCULATED')
      return true
    }
    if (wantsToType(event) && screen.shareAt(place)) {
      screen.hint.value = screen.voice.t('why.typing')
      return true
    }
    return false
  }

  function isCalculated({ column }: CellPlace): boolean {
    return column === 'amount' && (currentLine.value?.line.monthlyCost ?? null) !== null
  }

  /** Takes back what does not count in the cell, or else puts the explanation away. */
  function escape(place: CellPlace): boolean {
    const part = screen.conflicts.at(place)
    if (part) screen.conflicts.choose(part, 'theirs')
    else if (why.value) why.value = undefined
    else if (screen.history.value) screen.history.value = undefined
    else return false
    return true
  }

  return {
    started: cells.started,
    typing(place, text) {
      editing.value = place
      cells.typing(place, text)
    },
    commit: (place, text) => cells.commit(place, text),
    stopped(place) {
      cells.closed(place)
      if (!samePlace(editing.value, place)) return
      editing.value = undefined
      cells.stopped()
    },
    change,
    whyNot: rights.sentenceAt,
    focused: (place) => screen.focused(place),
    opens: (place) =>
      headers.opens(place) ||
      screen.conflicts.at(place) !== undefined ||
      screen.shareAt(place) !== undefined,
    open(place) {
      if (headers.opens(place)) return headers.rows.toggle(place.row)
      if (screen.conflicts.at(place)) return enterNotice()
      why.value = screen.shareAt(place)
    },
    rows: headers.rows,
    key,
  }
}
