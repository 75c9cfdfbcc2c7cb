import type { GridState } from '../grid/useGridState.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget sheet does with commands of the grid, whether they come by key or by menu. */
export function useSheetCommands(screen: SheetScreen, { onCommand }: GridState): void {
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
  onCommand('move row up', () => {
    if (lineId() !== undefined) void screen.moveLine('up')
  })
  onCommand('move row down', () => {
    if (lineId() !== undefined) void screen.moveLine('down')
  })
}
