import type { CellPlace } from '../../grid/cell.ts'
import type { RowHandlers } from '../../grid/rows/row-handlers.ts'
import type { SheetScreen } from '../useSheetScreen.ts'
import { headedSection } from './section-rows.ts'

/** What the sheet does with what is done to headers of sections, and with rows that are moved. */
export function useSectionHandlers({ sections, dialog, editable, hint, voice }: SheetScreen) {
  function rename(row: string): void {
    const name = headedSection(row)
    if (name !== undefined && editable.value) dialog.value = { kind: 'renameSection', name }
  }

  const rows: RowHandlers = {
    mayMove: sections.mayMove,
    move: sections.move,
    toggle: sections.folds.toggle,
    rename,
  }

  return {
    rows,
    /** Whether a cell folds or unfolds what is below it. */
    opens: ({ row, column }: CellPlace): boolean =>
      column === 'description' && headedSection(row) !== undefined,
    /** F2 renames; anything else that is typed at a header says so. `false`: it is none. */
    typing({ key }: KeyboardEvent, { row, column }: CellPlace): boolean {
      if (headedSection(row) === undefined) return false
      if (key === 'F2' && column === 'description') rename(row)
      else hint.value = voice.t('sections.typing')
      return true
    },
  }
}
