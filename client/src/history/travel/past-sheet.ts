import { computed, type Ref } from 'vue'
import { useFigures } from '../../budget/figures/useFigures.ts'
import type { OpenSheet } from '../../budget/open-sheet.ts'
import { emptyOutbox } from '../../budget/saving/outbox.ts'
import { useSaving } from '../../budget/saving/useSaving.ts'
import type { Sheet } from '../../budget/sheet/sheet.ts'
import { useSteps } from '../../budget/steps/useSteps.ts'

const nothing = (): void => {}

/**
 * A budget as it was, for the screens of one that is open. Nothing that is done to it is taken, kept or sent.
 *
 * @param then - the state that is shown; may move
 * @param now - the same budget as it stands, to which it is compared
 * @param marks - whether cells say what stands there now
 */
export function pastSheet(
  then: Readonly<Ref<Sheet>>,
  now: OpenSheet,
  marks: Readonly<Ref<boolean>>,
): OpenSheet {
  const store = { read: () => emptyOutbox, write: nothing }
  const send = () => Promise.reject(new Error('The past is not edited.'))
  const still = useSaving({ loaded: then.value, store, send })
  const committed = computed(() => then.value)
  const saving: OpenSheet['saving'] = {
    ...still,
    committed,
    ids: now.saving.ids,
    submit: nothing,
    keep: nothing,
    receive: nothing,
    learn: nothing,
    start: nothing,
  }
  const figures = useFigures({ committed, pending: still.pending })
  const steps = useSteps({
    saving,
    figures,
    store: { read: () => [], write: nothing, watch: () => nothing },
    takesBack: () => '',
  })
  return {
    ...now,
    committed,
    saving,
    figures: { ...figures, saved: now.figures.saved },
    steps,
    past: { marks },
  }
}
