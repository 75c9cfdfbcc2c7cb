import { computed } from 'vue'
import { useShortcut } from '../grid/keys/useShortcut.ts'
import type { MenuSections } from '../grid/menu/menu-request.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget adds to the menu of its cells: what can be done with the line, and why a share is what it is. */
export function useCellEntries(screen: SheetScreen) {
  const { voice, editable, currentLine, dialog, focus, why, sections, grid } = screen
  const { t } = voice
  const shortcut = useShortcut()

  return computed<MenuSections>(() => {
    const lineId = editable.value ? currentLine.value?.line.id : undefined
    const share = focus.value && screen.shareAt(focus.value)
    const onLine = (kind: 'participants' | 'remove') => () => {
      if (lineId !== undefined) dialog.value = { kind, lineId }
    }
    const canMove = (way: 'up' | 'down'): boolean =>
      editable.value && focus.value !== undefined && sections.canMove(focus.value.row, way)
    return [
      [
        {
          label: t('budget.tool.add'),
          shortcut: shortcut('add row'),
          disabled: !editable.value,
          run: () => void screen.addLine(),
        },
        {
          label: t('budget.tool.up'),
          shortcut: shortcut('move row up'),
          disabled: !canMove('up'),
          run: () => void grid.value?.run('move row up'),
        },
        {
          label: t('budget.tool.down'),
          shortcut: shortcut('move row down'),
          disabled: !canMove('down'),
          run: () => void grid.value?.run('move row down'),
        },
        {
          label: t('budget.tool.remove'),
          shortcut: shortcut('remove row'),
          disabled: lineId === undefined,
          run: onLine('remove'),
        },
        {
          label: t('budget.tool.participants'),
          disabled: lineId === undefined,
          run: onLine('participants'),
        },
      ],
      [
        {
          label: t('budget.tool.why'),
          shortcut: shortcut('open'),
          disabled: !share,
          run: () => (why.value = share),
        },
      ],
    ]
  })
}
