import type { EditBudgetInput, SheetFragment } from '@andel/schema/operations'
import { useFigures } from '../figures/useFigures.ts'
import { emptyOutbox, type Outbox } from '../saving/outbox.ts'
import type { Answer } from '../saving/settle.ts'
import { useSaving } from '../saving/useSaving.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { stepStore } from './step-store.ts'
import { useSteps } from './useSteps.ts'

/** The browser's storage, as a map. */
export function newStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    getItem: (place) => kept.get(place) ?? null,
    setItem: (place, text) => void kept.set(place, text),
    removeItem: (place) => void kept.delete(place),
  }
}

const accepted: Answer = {
  applied: true,
  replayed: false,
  changes: [],
  problems: [],
  conflicts: [],
  budget: sheetAnswer,
}

/** A sheet whose steps are logged and whose server answers by hand. For tests. */
export function openSteps(
  storage = newStorage(),
  { budget = sheetAnswer, outbox = emptyOutbox }: { budget?: SheetFragment; outbox?: Outbox } = {},
) {
  const asked: { input: EditBudgetInput; answer: (answer: Answer) => void }[] = []
  const kept = { outbox }
  const saving = useSaving({
    loaded: readSheet(budget, outbox.ids),
    send: (input) => new Promise((answer) => asked.push({ input, answer })),
    store: { read: () => kept.outbox, write: (next) => (kept.outbox = next) },
  })
  const figures = useFigures(saving)
  const steps = useSteps({
    saving,
    figures,
    store: stepStore(storage, budget.id, 'person'),
    takesBack: ({ revision }) => `back to ${revision}`,
  })
  saving.start()
  /** Answers the newest request. */
  async function answer(told: Partial<Answer> = {}): Promise<void> {
    asked.at(-1)!.answer({ ...accepted, ...told })
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  const sheet = () => figures.meant.value.sheet
  const line = (id: string) => sheet().lines.find((one) => one.id === id)
  return { asked, kept, saving, steps, answer, sheet, line, storage }
}
