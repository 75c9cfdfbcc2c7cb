import { computed } from 'vue'
import { useShortcut } from '../grid/keys/useShortcut.ts'
import type { MenuSections } from '../grid/menu/menu-request.ts'
import { copyText } from '../ui/copy-text.ts'
import { cellAddress } from './go-to/cell-address.ts'
import { useLineTools } from './useLineTools.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget adds to the menu of its cells: what can be done with the line, and why a share is what it is. */
export function useCellEntries(screen: SheetScreen) {
  const { voice, editable, currentLine, dialog, focus, sections, grid } = screen
  const { t } = voice
  const shortcut = useShortcut()
  const lineTools = useLineTools(screen)

  async function copyLink(address: string): Promise<void> {
    await copyText(new URL(address, location.href).href)
    screen.hint.value = t('budget.tool.linkCopied')
  }

  return computed<MenuSections>(() => {
    const lineId = editable.value ? currentLine.value?.line.id : undefined
    const { committed, saving } = screen.sheet
    const address = focus.value && cellAddress(focus.value, committed.value, saving.ids.value)
    const remove = (): void => {
      if (lineId !== undefined) dialog.value = { kind: 'remove', lineId }
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
          label: t('sections.menu.put'),
          shortcut: shortcut('row group'),
          disabled: !editable.value,
          run: () => void grid.value?.run('row group'),
        },
        {
          label: t('budget.tool.remove'),
          shortcut: shortcut('remove row'),
          disabled: lineId === undefined,
          run: remove,
        },
      ],
      lineTools.value,
      [
        {
          label: t('budget.tool.copyLink'),
          disabled: address === undefined,
          run: () => void copyLink(address ?? ''),
        },
      ],
    ]
  })
}
