import {
  computed,
  nextTick,
  onBeforeUnmount,
  onMounted,
  shallowReadonly,
  shallowRef,
  type Ref,
} from 'vue'
import type { CellPlace } from '../../grid/cell.ts'
import { chordOf } from '../../grid/keys/chord.ts'
import { columnCode } from '../columns/column-code.ts'
import { spokenKronor } from '../effect/spoken-effect.ts'
import { heldPlace, mineText } from '../held-words.ts'
import type { OpenSheet } from '../open-sheet.ts'
import { cellId, type Held } from '../saving/outbox.ts'
import { isCut } from '../saving/save-state.ts'
import { feasible } from '../steps/feasible.ts'
import type { SheetControl } from '../useSheetScreen.ts'
import type { SheetVoice } from '../useVoice.ts'
import { decide, type Choice } from './decide.ts'
import { inSheetOrder, isClash, isOfGoneLine, partsOf, type HeldPart } from './parts.ts'
import { useNewerTheirs } from './useNewerTheirs.ts'
import { waitingCells } from './waiting-cells.ts'

interface ConflictOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly grid: Readonly<Ref<SheetControl | undefined>>
  readonly focus: Readonly<Ref<CellPlace | undefined>>
  readonly spoken: Ref<string>
  /** Said on screen until the focus is elsewhere. */
  readonly hint: Ref<string | undefined>
  /** Puts the focus in a cell, wherever it is. */
  goTo(place: CellPlace): Promise<void>
  /** Shows everything that does not count, for what stands in no cell. */
  list(): void
}

/** What does not count, cell by cell; going from one conflict to the next; what becomes of each. */
export function useConflicts({
  sheet,
  voice,
  grid,
  focus,
  spoken,
  hint,
  ...show
}: ConflictOptions) {
  const { saving, steps, committed, figures } = sheet
  const { t, counted } = voice
  const parts = computed(() => saving.held.value.flatMap(partsOf))
  const clashes = computed(() => {
    const all = parts.value.filter((part) => isClash(part, committed.value))
    return inSheetOrder(all, committed.value)
  })
  /** By cell, as it was typed or as the cell would write it. */
  const byCell = computed<ReadonlyMap<string, Held>>(() =>
    parts.value.length > 0
      ? new Map(parts.value.map((part) => [part.one.id, shownIn(part)]))
      : none,
  )
  const waiting = computed(() =>
    isCut(saving.state.value) ? waitingCells(saving.pending.value) : nothing,
  )
  /** Where the walk goes on, once a conflict is solved and until something else is done. */
  const solvedAt = shallowRef<number>()
  /** Set while the focus is on its way to the choices of a cell. */
  const entering = shallowRef(false)
  useNewerTheirs(sheet, clashes)

  function shownIn({ one }: HeldPart): Held {
    return { ...one, text: one.text ?? mineText(one, committed.value, voice) }
  }

  function at({ row, column }: CellPlace): HeldPart | undefined {
    const id = cellId(row, columnCode(column) ?? column)
    return parts.value.findLast(({ one }) => one.id === id)
  }

  function indexOf(part: HeldPart | undefined): number {
    return clashes.value.findIndex(
      ({ heldId, one }) => heldId === part?.heldId && one.id === part.one.id,
    )
  }

  /** Decides one part, or all of what is held. A line that is gone comes back with what was written in it. */
  function choose(part: HeldPart, choice: Choice): void {
    const index = indexOf(part)
    settle(part, choice)
    if (index >= 0) tell(choice, index)
  }

  function settle(part: HeldPart, choice: Choice): void {
    const held = saving.held.value.find(({ id }) => id === part.heldId)
    if (!held) return
    if (choice === 'mine') bringBack(part.part ? [part] : partsOf(held))
    const { left, send } = decide(held, choice, part.part)
    if (left) saving.amend(left)
    else saving.drop(held.id)
    const edits = send.map(({ edit }) => edit)
    const made = held.whole ? feasible(figures.meant.value.sheet, edits) : edits
    if (made.length > 0) steps.run(held.whole?.kind ?? 'type', made, held.entry?.typed)
  }

  function bringBack(gone: readonly HeldPart[]): void {
    const lines = gone.flatMap(({ one: { objection } }) =>
      objection.kind === 'removed' ? [objection.line] : [],
    )
    for (const line of new Map(lines.map((one) => [one.id, one])).values()) {
      const afterLineId = figures.meant.value.sheet.lines.at(-1)?.id ?? null
      steps.run('addLine', [{ kind: 'restoreLine', lineId: line.id, line, afterLineId }])
    }
  }

  function tell(choice: Choice, index: number): void {
    const said = t(choice === 'mine' ? 'conflict.kept' : 'conflict.taken')
    const left = clashes.value.length
    solvedAt.value = left > 0 ? index : undefined
    const sum = spokenKronor(figures.meant.value.figures.total, voice)
    spoken.value = choice === 'mine' ? t('effect.spoken.kept') : t('effect.spoken.taken', { sum })
    hint.value = left > 0 ? counted('conflict.next', left, { said }) : t('conflict.none', { said })
  }

  /** To a conflict by its number from 0, round the ends; one that stands in no cell is shown in the list. */
  async function go(index: number): Promise<void> {
    const all = clashes.value
    const part = all.at(index % all.length)
    if (!part) return
    solvedAt.value = undefined
    const place = isOfGoneLine(part.one, committed.value) ? undefined : heldPlace(part.one)
    if (place) await show.goTo(place)
    if (!place || !grid.value?.element(place)) return show.list()
    entering.value = true
    await nextTick()
  }

  /** From the conflict that has the focus, or was solved last; otherwise to the first or the last. */
  function step(way: 1 | -1): void {
    if (clashes.value.length === 0) return
    const here = solvedAt.value
    if (here !== undefined) return void go(way > 0 ? here : here - 1)
    const index = focus.value ? indexOf(at(focus.value)) : -1
    void go(index < 0 && way < 0 ? -1 : index + way)
  }

  /** Tab goes on to the next one right after a choice; anything else is done in the sheet as ever. */
  function onKey(event: KeyboardEvent): void {
    if (solvedAt.value === undefined || event.key === 'Shift') return
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return forgetWalk()
    event.preventDefault()
    event.stopPropagation()
    step(event.shiftKey ? -1 : 1)
  }
  /** From anywhere on the page but a dialog; the sheet itself answers to the same keys. */
  function onStep(event: KeyboardEvent): void {
    const way = ({ F8: 1, 'Shift+F8': -1 } as Readonly<Record<string, 1 | -1>>)[chordOf(event)]
    if (!way || event.defaultPrevented || clashes.value.length === 0) return
    if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return
    event.preventDefault()
    step(way)
  }
  function forgetWalk(): void {
    solvedAt.value = undefined
  }
  onMounted(() => {
    addEventListener('keydown', onKey, { capture: true })
    addEventListener('keydown', onStep)
    addEventListener('pointerdown', forgetWalk, { capture: true })
  })
  onBeforeUnmount(() => {
    removeEventListener('keydown', onKey, { capture: true })
    removeEventListener('keydown', onStep)
    removeEventListener('pointerdown', forgetWalk, { capture: true })
  })

  return {
    clashes,
    byCell,
    waiting,
    /** Whether the focus is on its way to the choices of a cell; and that it is there. */
    entering: shallowReadonly(entering),
    entered: () => void (entering.value = false),
    at,
    choose,
    step,
    goFirst: () => go(0),
    indexOf,
    /** Lets go of what is held in a cell, as something else is typed there. */
    forget(id: string): void {
      const part = parts.value.findLast(({ one }) => one.id === id)
      if (part) settle(part, 'theirs')
    },
  }
}

// the same ones always: nothing is painted anew for them
const none: ReadonlyMap<string, Held> = new Map()
const nothing: ReadonlySet<string> = new Set()
