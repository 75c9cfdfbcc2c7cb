import { computed, shallowRef, type Ref } from 'vue'
import { putLine } from '@andel/schema/budget'
import { applyEdit, applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { viewSheet, type SheetView } from './sheet-view.ts'

interface FiguresOptions {
  /** What the server has. */
  readonly committed: Readonly<Ref<Sheet>>
  /** What it has not answered. */
  readonly pending: Readonly<Ref<readonly Edit[]>>
}

/**
 * The figures on screen: what the server has, with the edits it has not answered, with the one being typed
 * right now. Each is calculated from the one before, so that a keystroke costs one line.
 */
export function useFigures({ committed, pending }: FiguresOptions) {
  /** The edit that the open editor would make if it were committed now. */
  const draft = shallowRef<Edit>()
  /** A line that stays on screen, even if somebody else removes it: an editor is open in it. */
  const kept = shallowRef<string>()
  let last: Sheet | undefined

  const saved = chained(() => committed.value)
  const meant = chained(() => applyEdits(committed.value, pending.value))
  /** The same with the line that is kept. */
  const present = computed(() => (last = withKept(meant.value, last, kept.value)))
  const shown = chained(
    () => (draft.value ? applyEdit(present.value, draft.value) : present.value),
    // öre that come and go with every keystroke are written where they are, not in the whole sheet
    () => meant.value.withOre,
  )

  return { draft, kept, saved, meant, present, shown }
}

/** The sheet with a line that has been removed, after the one that it stood after. */
function withKept({ sheet, rows }: SheetView, before?: Sheet, lineId?: string): Sheet {
  if (lineId === undefined || rows.has(lineId)) return sheet
  const index = before?.lines.findIndex(({ id }) => id === lineId) ?? -1
  const line = before?.lines[index]
  return line
    ? { ...sheet, lines: putLine(sheet.lines, line, before?.lines[index - 1]?.id ?? null) }
    : sheet
}

/** Views of a sheet that changes, each calculated from its forerunner. */
function chained(sheet: () => Sheet, withOre?: () => boolean) {
  let before: SheetView | undefined
  return computed(() => {
    const now = sheet()
    if (before?.sheet === now && !before.fault) return before
    before = viewSheet(now, before, withOre?.())
    return before
  })
}
