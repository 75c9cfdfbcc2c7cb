import { computed } from 'vue'
import { useShortcut } from '../grid/keys/useShortcut.ts'
import type { MenuSections } from '../grid/menu/menu-request.ts'
import { copyText } from '../ui/copy-text.ts'
import { cellAddress } from './go-to/cell-address.ts'
import { useLineTools } from './useLineTools.ts'
import { useRightsTools } from './rights/useRightsTools.ts'
import { useRowTools } from './useRowTools.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** What the budget adds to the menu of its cells: what can be done with the line, and why a share is what it is. */
export function useCellEntries(screen: SheetScreen) {
  const { voice, editable, rights, focus } = screen
  const { t } = voice
  const shortcut = useShortcut()
  const lineTools = useLineTools(screen)
  const { opening } = useRightsTools(screen)
  const rowTools = useRowTools(screen)

  async function copyLink(address: string): Promise<void> {
    await copyText(new URL(address, location.href).href)
    screen.hint.value = t('budget.tool.linkCopied')
  }

  return computed<MenuSections>(() => {
    const { committed, saving, past } = screen.sheet
    const address = focus.value && cellAddress(focus.value, committed.value, saving.ids.value)
    const refused = focus.value && rights.sentenceAt(focus.value)
    const add = {
      label: t('budget.tool.add'),
      shortcut: shortcut('add row'),
      disabled: !editable.value,
      run: () => void screen.addLine(),
    }
    const history = {
      label: t('history.cell.tool'),
      shortcut: shortcut('history'),
      run: () => void (screen.history.value = 'cell'),
    }
    if (past) return [refused ? [{ label: refused, disabled: true, run: () => {} }] : [], [history]]
    return [
      refused ? [{ label: refused, disabled: true, run: () => {} }] : [],
      rights.coordinates.value ? [add, ...rowTools.value] : [],
      [...lineTools.value, ...opening.value],
      [
        {
          label: t('comment.write'),
          shortcut: shortcut('discuss'),
          disabled: screen.comments.here.value === undefined,
          run: screen.comments.write,
        },
        history,
        {
          label: t('budget.tool.copyLink'),
          disabled: address === undefined,
          run: () => void copyLink(address ?? ''),
        },
      ],
    ]
  })
}
