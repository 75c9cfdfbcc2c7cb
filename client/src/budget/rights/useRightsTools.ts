import { computed } from 'vue'
import { useShortcut } from '../../grid/keys/useShortcut.ts'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import type { SheetScreen } from '../useSheetScreen.ts'

/** Opening lines to municipalities, for whoever prepares the budget; remarks on a line, for those whose they are. */
export function useRightsTools(screen: SheetScreen) {
  const { rights, remarks, editable, currentLine, dialog, sheet, voice } = screen
  const { t } = voice
  const shortcut = useShortcut()

  const opening = computed<readonly MenuEntry[]>(() => {
    if (!rights.coordinates.value) return []
    const lineIds = screen.chosenLines()
    return [
      {
        label: t('rights.opening.tool'),
        disabled: !editable.value || lineIds.length === 0,
        run: () => (dialog.value = { kind: 'opening', lineIds: screen.chosenLines() }),
      },
    ]
  })

  const noting = computed<readonly MenuEntry[]>(() => {
    const lineId = currentLine.value?.line.id
    return remarks.readsFor.value.map((code, index) => ({
      label: t('rights.remark.tool', { name: sheet.committed.value.names[code] ?? code }),
      shortcut: index === 0 ? shortcut('row note') : undefined,
      disabled: lineId === undefined || !remarks.isKnown(lineId),
      run: () => lineId !== undefined && screen.noteOn(lineId, code),
    }))
  })

  return { opening, noting }
}
