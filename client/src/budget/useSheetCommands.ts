import { selectedLines } from '../grid/rows/selected-lines.ts'
import type { GridState } from '../grid/useGridState.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget sheet does with commands of the grid, whether they come by key or by menu. */
export function useSheetCommands(screen: SheetScreen, state: GridState): void {
  const { onCommand } = state
  const { editable, currentLine, dialog } = screen
  const lineId = () => (editable.value ? currentLine.value?.line.id : undefined)

  onCommand('undo', screen.steps.undo)
  onCommand('redo', screen.steps.redo)
  onCommand('go to', () => screen.show({ kind: 'goTo' }))
  onCommand('add row', () => {
    if (editable.value) void screen.addLine()
  })
  onCommand('remove row', () => {
    const id = lineId()
    if (id !== undefined) dialog.value = { kind: 'remove', lineId: id }
  })
  onCommand('row group', () => {
    const { sections, focus } = screen
    const headed = focus.value && sections.view(focus.value.row)?.lines.map(({ id }) => id)
    const lineIds = headed ?? selectedLines(state)
    if (editable.value && lineIds.length > 0) dialog.value = { kind: 'section', lineIds }
  })
}
