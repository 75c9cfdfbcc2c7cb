import { nextTick, onBeforeUnmount, onMounted, shallowRef, watch, type Ref } from 'vue'
import type { CellPlace } from '../../grid/cell.ts'
import { chordOf } from '../../grid/keys/chord.ts'
import type { GridControl } from '../../grid/useGridState.ts'
import type { OpenSheet } from '../open-sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { heldPlace } from '../held-words.ts'
import type { Held } from '../saving/outbox.ts'
import { refusedWords } from './refused-words.ts'
import type { ScreenRights } from '../rights/useSheetRights.ts'
import { stepPlace } from './step-place.ts'
import { stepWords } from './step-words.ts'
import type { Turned, Way } from './useSteps.ts'

interface StepActions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly grid: Readonly<Ref<GridControl | undefined>>
  readonly rights: Pick<ScreenRights, 'writes' | 'objectionTo'>
  readonly spoken: Ref<string>
  /** Said on screen until the focus is elsewhere. */
  readonly hint: Ref<string | undefined>
}

const keys: Readonly<Record<string, Way>> = {
  'Ctrl+z': 'undo',
  'Ctrl+y': 'redo',
  'Ctrl+Shift+z': 'redo',
}

/** Undo and redo on screen: by key wherever the focus is, then shown where it happened, and said. */
export function useStepActions({ sheet, voice, grid, rights, spoken, hint }: StepActions) {
  const { steps, figures } = sheet
  const { t, counted } = voice
  /** Whether the list of steps lies beside the sheet. */
  const listed = shallowRef(false)

  function turn(way: Way): void {
    if (!rights.writes.value || steps.question.value) return
    const refused = steps.refused.value
    if (way === 'undo' && refused) return takeBack(refused)
    const next = way === 'undo' ? steps.undoable.value : steps.redoable.value
    if (next) turnTo(next.id, way)
    else spoken.value = t(way === 'undo' ? 'steps.nothingToUndo' : 'steps.nothingToRedo')
  }

  /** As far as that step, unless it holds something that is not theirs to change. */
  function turnTo(id: string, way: Way): void {
    const objection = rights.objectionTo(steps.editsTo(id, way))
    if (objection) hint.value = objection
    else steps.turnTo(id, way)
  }

  function takeBack(refused: Held): void {
    const what = refusedWords(refused, figures.meant.value.sheet, voice)
    steps.undo()
    const said = t('steps.spoken.undo', { what })
    spoken.value = said
    show(heldPlace(refused), said)
  }

  function words({ way, steps: turned }: Turned): string {
    const [first, ...others] = turned
    if (!first) return t('steps.spoken.skipped')
    if (others.length > 0) return counted(`steps.spoken.${way}Many`, turned.length)
    const what = stepWords(first, figures.meant.value.sheet, voice)
    return t(`steps.spoken.${way}`, { what })
  }

  /** Goes to what has changed, and tells it on screen: the keys work wherever one is. */
  function show(place: CellPlace | undefined, said: string): void {
    const isShown = !place || grid.value?.focus(place) !== false
    hint.value = isShown ? said : t('steps.spoken.notShown', { what: said.replace(/\.$/, '') })
  }

  watch(steps.turned, async (turned) => {
    if (!turned) return
    const said = words(turned)
    spoken.value = said
    await nextTick()
    const last = turned.steps.at(-1)
    show(last && stepPlace(last, figures.meant.value.sheet), said)
  })

  /** The keys of the grid do not reach beyond it, nor those of a text field beyond that. */
  function onKey(event: KeyboardEvent): void {
    const way = keys[chordOf(event)]
    if (!way || event.defaultPrevented || belongsElsewhere(event.target)) return
    event.preventDefault()
    turn(way)
  }
  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))

  return { listed, turnTo, undo: () => turn('undo'), redo: () => turn('redo') }
}

function belongsElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [data-other-work]',
    ) !== null
  )
}
