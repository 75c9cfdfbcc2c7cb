import { selectedLines } from '../grid/rows/selected-lines.ts'
import type { GridState } from '../grid/useGridState.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget sheet does with commands of the grid, whether they come by key or by menu. */
export function useSheetCommands(screen: SheetScreen, state: GridState): void {
  const { onCommand } = state
  const { editable, dialog, focus, rights, currentLine } = screen

  onCommand('undo', screen.steps.undo)
  onCommand('redo', screen.steps.redo)
  onCommand('go to', () => screen.show({ kind: 'goTo' }))
  onCommand('next wrong', () => screen.conflicts.step(1))
  onCommand('previous wrong', () => screen.conflicts.step(-1))
  onCommand('history', () => (screen.history.value ??= 'cell'))
  onCommand('add row', () => {
    const count = Math.max(1, selectedLines(state).length)
    if (mayChange()) void screen.addLine({ count })
  })
  onCommand('remove row', () => {
    const lineIds = selectedLines(state)
    if (mayChange() && lineIds.length > 0) dialog.value = { kind: 'remove', lineIds }
  })
  onCommand('row group', () => {
    const { sections } = screen
    const headed = focus.value && sections.view(focus.value.row)?.lines.map(({ id }) => id)
    const lineIds = headed ?? selectedLines(state)
    if (mayChange() && lineIds.length > 0) dialog.value = { kind: 'section', lineIds }
  })
  onCommand('discuss', screen.comments.write)
  onCommand('row note', () => {
    const lineId = currentLine.value?.line.id
    if (lineId !== undefined) screen.noteOn(lineId)
  })

  /** Whether lines may be added, moved and removed; says why not. */
  function mayChange(): boolean {
    if (!editable.value) screen.hint.value = rights.general()
    return editable.value
  }
}
