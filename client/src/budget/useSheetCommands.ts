import { selectedLines } from '../grid/rows/selected-lines.ts'
import type { GridState } from '../grid/useGridState.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget sheet does with commands of the grid, whether they come by key or by menu. */
export function useSheetCommands(screen: SheetScreen, state: GridState): void {
  const { onCommand } = state
  const { editable, dialog } = screen

  onCommand('undo', screen.steps.undo)
  onCommand('redo', screen.steps.redo)
  onCommand('go to', () => screen.show({ kind: 'goTo' }))
  onCommand('add row', () => {
    const count = Math.max(1, selectedLines(state).length)
    if (editable.value) void screen.addLine({ count })
  })
  onCommand('remove row', () => {
    const lineIds = selectedLines(state)
    if (editable.value && lineIds.length > 0) dialog.value = { kind: 'remove', lineIds }
  })
  onCommand('row group', () => {
    const { sections, focus } = screen
    const headed = focus.value && sections.view(focus.value.row)?.lines.map(({ id }) => id)
    const lineIds = headed ?? selectedLines(state)
    if (editable.value && lineIds.length > 0) dialog.value = { kind: 'section', lineIds }
  })
}
