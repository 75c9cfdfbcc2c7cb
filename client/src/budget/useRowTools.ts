import { computed } from 'vue'
import { useShortcut } from '../grid/keys/useShortcut.ts'
import type { IconName } from '../ui/icon-paths.ts'
import type { MenuEntry } from '../ui/menu-entry.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** Something to do with where a line stands: a button when it has an icon, and an entry in menus. */
interface RowTool extends MenuEntry {
  readonly icon?: IconName
}

/** Moves, groups and removes the line that has the focus, or the section whose head has it. */
export function useRowTools(screen: SheetScreen) {
  const { currentLine, editable, rights, focus, sections, grid, voice } = screen
  const { t } = voice
  const shortcut = useShortcut()
  const canMove = (way: 'up' | 'down'): boolean =>
    editable.value && focus.value !== undefined && sections.canMove(focus.value.row, way)

  return computed<readonly RowTool[]>(() => {
    if (!rights.coordinates.value) return []
    const lineId = editable.value ? currentLine.value?.line.id : undefined
    return [
      {
        label: t('budget.tool.up'),
        icon: 'up',
        shortcut: shortcut('move row up'),
        disabled: !canMove('up'),
        run: () => void grid.value?.run('move row up'),
      },
      {
        label: t('budget.tool.down'),
        icon: 'down',
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
        icon: 'remove',
        shortcut: shortcut('remove row'),
        disabled: lineId === undefined,
        run: () => void grid.value?.run('remove row'),
      },
    ]
  })
}
