import { computed } from 'vue'
import { useShortcut } from '../grid/keys/useShortcut.ts'
import type { IconName } from '../ui/icon-paths.ts'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { useRightsTools } from './rights/useRightsTools.ts'
import type { SheetScreen } from './useSheetScreen.ts'

/** Something to do with the line that has the focus: a button in the toolbar, an entry in menus. */
export interface LineTool extends MenuEntry {
  readonly icon?: IconName
}

/** The tools of whoever prepares the budget are not there for others. Who takes part in the line, by what key it is split, why a share is what it is, and what would give another. */
export function useLineTools(screen: SheetScreen) {
  const { currentLine, editable, rights, dialog, focus, why, voice } = screen
  const { noting } = useRightsTools(screen)
  const { t } = voice
  const shortcut = useShortcut()
  const lineId = computed(() => (editable.value ? currentLine.value?.line.id : undefined))
  const share = computed(() => focus.value && screen.shareAt(focus.value))

  function changeKey(): void {
    const line = currentLine.value?.line
    const { defaultKeyId } = screen.sheet.figures.shown.value.sheet
    dialog.value = {
      kind: 'key',
      keyId: line?.keyId ?? defaultKeyId,
      ...(line && { lineId: line.id }),
    }
  }

  function onLine(kind: 'participants' | 'solve'): void {
    if (lineId.value !== undefined) dialog.value = { kind, lineId: lineId.value }
  }

  const ofCoordinator = computed<readonly LineTool[]>(() => [
    {
      label: t('budget.tool.participants'),
      disabled: lineId.value === undefined,
      run: () => onLine('participants'),
    },
    { label: t('budget.tool.key'), icon: 'key', disabled: !editable.value, run: changeKey },
  ])
  const solving = computed<LineTool>(() => ({
    label: t('solve.tool'),
    disabled: lineId.value === undefined,
    run: () => onLine('solve'),
  }))

  return computed<readonly LineTool[]>(() => [
    ...(rights.coordinates.value ? ofCoordinator.value : []),
    {
      label: t('budget.tool.why'),
      icon: 'question',
      shortcut: shortcut('next down'),
      disabled: !share.value,
      run: () => (why.value = share.value),
    },
    ...(rights.coordinates.value ? [solving.value] : []),
    ...noting.value,
  ])
}
