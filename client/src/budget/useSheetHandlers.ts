import { isCharacter } from '../grid/ag-grid/editor-context.ts'
import { samePlace, type CellPlace } from '../grid/cell.ts'
import type { SheetHandlers } from '../grid/handlers.ts'
import type { SheetScreen } from './useSheetScreen.ts'

interface HandlerOptions {
  readonly screen: SheetScreen
  /** Moves the focus into the message at the focused cell. */
  enterNotice(): void
}

/** What the sheet does with what its grid tells. */
export function useSheetHandlers({ screen, enterNotice }: HandlerOptions): SheetHandlers {
  const { cells, editing, editable, dialog, why, currentLine } = screen

  /** The sheet's own keys, besides those of every grid. */
  function key(event: KeyboardEvent, place: CellPlace): boolean {
    if (event.key === 'Escape') return escape(place)
    if (!editable.value) return false
    screen.focused(place) // the grid tells of a new focus later than of a key
    if (wantsToType(event) && isCalculated(place)) {
      screen.hint.value = screen.voice.t('faults.AMOUNT_IS_CALCULATED')
      return true
    }
    const lineId = currentLine.value?.line.id
    const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`
    if (name === 'Ctrl+Insert') void screen.addLine()
    else if (lineId === undefined) return false
    else if (name === 'Ctrl+Delete') dialog.value = { kind: 'remove', lineId }
    else if (name === 'Alt+ArrowUp') void screen.moveLine('up')
    else if (name === 'Alt+ArrowDown') void screen.moveLine('down')
    else return false
    return true
  }

  function isCalculated({ column }: CellPlace): boolean {
    return column === 'amount' && (currentLine.value?.line.monthlyCost ?? null) !== null
  }

  /** Takes back what does not count in the cell, or else puts the explanation away. */
  function escape(place: CellPlace): boolean {
    const held = screen.heldAt(place)
    if (held) screen.sheet.saving.drop(held.id)
    else if (why.value) why.value = undefined
    else return false
    return true
  }

  return {
    typing(place, text) {
      editing.value = place
      cells.typing(place, text)
    },
    commit: (place, text) => cells.commit(place, text),
    stopped(place) {
      if (!samePlace(editing.value, place)) return
      editing.value = undefined
      cells.stopped()
    },
    focused: (place) => screen.focused(place),
    opens: (place) => screen.heldAt(place) !== undefined || screen.shareAt(place) !== undefined,
    open(place) {
      if (screen.heldAt(place)) return enterNotice()
      why.value = screen.shareAt(place)
    },
    key,
  }
}

function wantsToType({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const types = isCharacter(key) || ['Delete', 'Backspace', 'F2'].includes(key)
  return types && !ctrlKey && !metaKey && !altKey
}
