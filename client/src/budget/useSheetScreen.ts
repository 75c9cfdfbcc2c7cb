import type { MunicipalityCode } from '@andel/schema/allocation'
import { computed, nextTick, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import { useComments } from '../comment/useComments.ts'
import { samePlace, type CellPlace } from '../grid/cell.ts'
import type { ChangeSet } from '../grid/change.ts'
import type { GridControl, GridState } from '../grid/useGridState.ts'
import { isFixedRow } from './columns/context.ts'
import type { HistoryScope } from './cell-history/asked-history.ts'
import { columnCode } from './columns/column-code.ts'
import { useConflicts } from './conflict/useConflicts.ts'
import { useLeftBehind } from './conflict/useLeftBehind.ts'
import { useSpoken } from './effect/useSpoken.ts'
import { useSpokenEffect } from './effect/useSpokenEffect.ts'
import type { OpenSheet } from './open-sheet.ts'
import { headedSection } from './sections/section-rows.ts'
import { useRemarks } from './rights/useRemarks.ts'
import { useSheetRights } from './rights/useSheetRights.ts'
import { useSections } from './sections/useSections.ts'
import { useStepActions } from './steps/useStepActions.ts'
import { useCellEditing, type Correction } from './useCellEditing.ts'
import { useLive } from './live/useLive.ts'
import { useLineActions } from './useLineActions.ts'
import { useVoice } from './useVoice.ts'

/** What lies over the sheet at a moment. */
export type SheetDialog =
  | {
      readonly kind: 'key'
      readonly keyId?: string | undefined
      readonly lineId?: string | undefined
    }
  | { readonly kind: 'participants'; readonly lineId: string }
  | { readonly kind: 'opening'; readonly lineIds: readonly string[] }
  | { readonly kind: 'remark'; readonly lineId: string; readonly code: MunicipalityCode }
  | { readonly kind: 'remove'; readonly lineIds: readonly string[] }
  | { readonly kind: 'solve'; readonly lineId: string }
  | { readonly kind: 'section'; readonly lineIds: readonly string[] }
  | { readonly kind: 'renameSection'; readonly name: string }
  | { readonly kind: 'population'; readonly correction: Correction }
  | { readonly kind: 'held' }
  | { readonly kind: 'preview'; readonly set: ChangeSet; readonly newIds: readonly string[] }
  | { readonly kind: 'goTo' }

/** The grid on screen, and what its commands do in this sheet. */
export interface SheetControl extends GridControl {
  readonly run: GridState['run']
  /** The lines that have a selected cell. */
  selectedLines(): readonly string[]
}

/** The share that is explained. */
export interface WhyPlace {
  /** A line, or `sum`. */
  readonly row: string
  readonly code: MunicipalityCode
}

export type SheetScreen = ReturnType<typeof useSheetScreen>

/** One open budget on screen: where the focus is, what lies over the sheet, and what is said aloud. */
export function useSheetScreen(sheet: OpenSheet) {
  const voice = useVoice()
  const { figures } = sheet
  const grid = shallowRef<SheetControl>()
  const focus = shallowRef<CellPlace>()
  /** The cell that is being typed in. */
  const editing = shallowRef<CellPlace>()
  const dialog = shallowRef<SheetDialog>()
  const why = shallowRef<WhyPlace>()
  /** What of the history of the place in focus lies beside the sheet. */
  const history = shallowRef<HistoryScope>()
  const spoken = useSpoken()
  /** Whether kind, note and decision are shown; undefined until somebody has chosen. */
  const details = shallowRef<boolean>()
  /** Why the cell that somebody tries to type in takes nothing. */
  const hint = shallowRef<string>()

  const cells = useCellEditing({
    sheet,
    voice,
    askSource: (correction) => show({ kind: 'population', correction }),
    forget: (id) => conflicts.forget(id),
  })
  const lines = useLineActions(sheet)
  const left = useLeftBehind(sheet, () => (hint.value = voice.t('conflict.tab.gone')))

  const rights = useSheetRights({ sheet, voice, hint })
  const remarks = useRemarks(sheet)
  const comments = useComments({ sheet, voice, focus })
  /** Whether all of it may be changed; single cells by `rights`. */
  const editable = rights.editsAll
  const sections = useSections({ sheet, voice, grid, editable, spoken, hint })
  const conflicts = useConflicts({
    sheet,
    voice,
    grid,
    focus,
    spoken,
    hint,
    goTo,
    list: () => show({ kind: 'held' }),
  })
  /** The line that the focus is in. */
  const currentLine = computed(() => {
    const row = focus.value?.row
    return row === undefined ? undefined : figures.shown.value.rows.get(row)
  })

  /** The share at a place; nothing in other columns and rows. */
  function shareAt({ row, column }: CellPlace): WhyPlace | undefined {
    const code = columnCode(column)
    const isExplained = row === 'sum' || !(isFixedRow(row) || headedSection(row) !== undefined)
    return code !== undefined && isExplained ? { row, code } : undefined
  }

  function show(next: SheetDialog): void {
    dialog.value = next
  }

  function focused(place: CellPlace): void {
    if (!samePlace(focus.value, place)) {
      focus.value = place
      hint.value = undefined
    }
    if (why.value) why.value = shareAt(place) ?? why.value
  }

  /** Puts the focus in a cell, and shows its column where that is shown only when asked for. */
  async function goTo(place: CellPlace): Promise<void> {
    if (['section', 'kind', 'note', 'decision'].includes(place.column)) details.value = true
    await nextTick()
    grid.value?.focus(place)
    await nextTick()
    if (grid.value && !grid.value.element(place)) hint.value = voice.t('goTo.notShown')
  }

  /** Asks before a reload or a closed tab takes what is being typed: it is nobody's yet. */
  function beforeLeaving(event: BeforeUnloadEvent): void {
    if (editing.value) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', beforeLeaving))
  onBeforeUnmount(() => removeEventListener('beforeunload', beforeLeaving))

  /** What a new line comes after: the line that has the focus, or the last of the section whose header has. */
  function anchor(): string | null {
    const headed = focus.value && sections.view(focus.value.row)
    return currentLine.value?.line.id ?? headed?.lines.at(-1)?.id ?? null
  }

  /** The lines that something is to be done with: the selected ones, or those of the section whose header has the focus. */
  function chosenLines(): readonly string[] {
    const headed = focus.value && sections.view(focus.value.row)?.lines.map(({ id }) => id)
    const line = currentLine.value?.line.id
    const selected = grid.value?.selectedLines() ?? []
    return headed ?? (selected.length > 0 ? selected : line === undefined ? [] : [line])
  }

  /** The remark on a line: of a municipality, or of the first that whoever looks may see. */
  function noteOn(lineId: string, code = remarks.readsFor.value[0]): void {
    if (code !== undefined && remarks.isKnown(lineId)) show({ kind: 'remark', lineId, code })
  }

  /** Below the line that has the focus, or at the end; as many as are said. */
  async function addLine({ last = false, count = 1 } = {}): Promise<void> {
    const row = lines.add(last ? null : anchor(), count)
    sections.folds.show(row)
    const { rows, fault } = figures.meant.value
    const number = (rows.get(row)?.index ?? 0) + 1
    // the server adds nothing to what cannot be calculated
    if (!fault) spoken.value = voice.counted('budget.spoken.linesAdded', count, { number })
    await nextTick()
    grid.value?.focus({ row, column: 'description' })
  }

  async function removeLines(lineIds: readonly string[]): Promise<void> {
    const all = figures.meant.value.sheet.lines
    const isGone = (index: number): boolean => lineIds.includes(all[index]?.id ?? '')
    const last = all.findLastIndex((_line, index) => isGone(index))
    const next = all[last + 1] ?? all.findLast((_line, index) => !isGone(index))
    lines.remove(lineIds)
    spoken.value = voice.counted('budget.spoken.linesRemoved', lineIds.length)
    await nextTick()
    const column = focus.value?.column ?? 'description'
    if (next) grid.value?.focus({ row: next.id, column })
  }

  const steps = useStepActions({ sheet, voice, grid, rights, spoken, hint })

  const live = useLive({ sheet, voice, rights, focus, editing, spoken, hint })

  useSpokenEffect({ sheet, voice, focus, spoken })

  // while its source is asked for, a corrected population counts on screen
  watch(
    dialog,
    (open) => {
      const correction = open?.kind === 'population' ? open.correction : undefined
      if (figures.draft.value?.kind === 'setPopulation' || correction) {
        figures.draft.value = correction
      }
    },
    { flush: 'post' },
  )

  return {
    sheet,
    voice,
    grid,
    focus,
    editing,
    dialog,
    why,
    history,
    spoken,
    details,
    hint,
    cells,
    lines,
    sections,
    steps,
    editable,
    rights,
    remarks,
    comments,
    live,
    conflicts,
    left,
    currentLine,
    shareAt,
    show,
    focused,
    goTo,
    chosenLines,
    noteOn,
    addLine,
    removeLines,
  }
}
