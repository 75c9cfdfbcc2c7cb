import { EditBudgetDocument, type SheetFragment } from '@andel/schema/operations'
import { watch, type Ref } from 'vue'
import { request } from '../api/index.ts'
import { useFigures } from './figures/useFigures.ts'
import { unsentStore, type UnsentPlace } from './saving/unsent-store.ts'
import { useSaving } from './saving/useSaving.ts'
import { readSheet } from './sheet/read-sheet.ts'
import { stepStore } from './steps/step-store.ts'
import { takesBack } from './steps/takes-back.ts'
import { useSteps } from './steps/useSteps.ts'

/** A budget that is open on this screen: its facts, its figures and what is on its way to the server. */
export type OpenSheet = ReturnType<typeof newSheet> & {
  /** As it was at some moment: whether what is not so now is marked. */
  readonly past?: { readonly marks: Readonly<Ref<boolean>> }
}

const open = new Map<string, OpenSheet>()
/** Sheets that nobody looks at any more and that are not saved yet: how to let them stay after all. */
const leaving = new Map<OpenSheet, () => void>()

/**
 * Opens a budget as the server tells it. One that was left while something was unsaved goes on where it was.
 *
 * @param place - under which what is unsaved outlives a reload
 */
export function openSheet(answer: SheetFragment, place: UnsentPlace): OpenSheet {
  const known = open.get(answer.id)
  if (known) {
    stay(known)
    known.saving.receive(answer)
    return known
  }
  const sheet = newSheet(answer, place)
  open.set(answer.id, sheet)
  sheet.saving.start()
  return sheet
}

/** Leaves a budget. It stays open behind the scenes until all of it is saved. */
export function leaveSheet(sheet: OpenSheet): void {
  const { saving, committed } = sheet
  const close = (): void => {
    stay(sheet)
    saving.stop()
    sheet.steps.stop()
    open.delete(committed.value.id)
  }
  if (!saving.unsaved.value) return close()
  leaving.set(
    sheet,
    watch(saving.unsaved, (unsaved) => unsaved || close()),
  )
}

function stay(sheet: OpenSheet): void {
  leaving.get(sheet)?.()
  leaving.delete(sheet)
}

function newSheet(answer: SheetFragment, place: UnsentPlace) {
  const store = unsentStore(localStorage, answer.id, place)
  const saving = useSaving({
    loaded: readSheet(answer, store.read().ids),
    store,
    send: async (input) => (await request(EditBudgetDocument, { input })).editBudget,
  })
  const { committed, pending } = saving
  const figures = useFigures({ committed, pending })
  const steps = useSteps({
    saving,
    figures,
    store: stepStore(localStorage, answer.id, place.person),
    takesBack,
  })
  return { committed, saving, figures, steps, place }
}
