import { EditBudgetDocument } from '@andel/schema/operations'
import { computed, ref, shallowRef, watch } from 'vue'
import { asFailure, request, type Failure } from '../api/index.ts'
import { newUuid } from '../api/new-uuid.ts'
import type { Sheet } from '../budget/sheet/sheet.ts'
import { useText } from '../text/useText.ts'
import {
  canBeTaken,
  editsOf,
  isChosenAtFirst,
  keyOfChange,
  type Proposal,
  type WorkbookChange,
} from './changes.ts'
import { effectOfEdits, mayMake } from './preview-edits.ts'

interface Taken {
  /** The budget as it now stands; nothing is shown of effects before it is known. */
  readonly sheet: () => Sheet | undefined
  readonly proposal: () => Proposal | undefined
  readonly fileName: () => string
  /** Compares the file and the budget anew. */
  readonly again: () => Promise<void>
}

/**
 * Which differences of a workbook are taken, what that means, and how it is stored: as one batch. What is chosen stays
 * until it has been stored.
 */
export function useTakeChanges({ sheet, proposal, fileName, again }: Taken) {
  const { t, language } = useText()
  const chosen = ref<ReadonlySet<string>>(new Set())
  const failure = shallowRef<Failure>()
  const refusals = shallowRef<readonly string[]>([])
  const storing = shallowRef(false)
  const stored = shallowRef(0)
  let known = new Set<string>()

  const changes = computed(() => proposal()?.changes ?? [])
  /** Without the budget nothing is known of rights, and the server has the last word anyway. */
  function isTheirs(change: WorkbookChange): boolean {
    const now = sheet()
    return !now || mayMake(now, editsOf([change], '-'))
  }
  const takable = computed(() => changes.value.filter((one) => canBeTaken(one) && isTheirs(one)))
  const theirs = computed(() => new Set(takable.value.map(keyOfChange)))
  const taken = computed(() => takable.value.filter((one) => chosen.value.has(keyOfChange(one))))
  const reason = computed(() => t('workbook.reason', { name: fileName() }))
  const edits = computed(() => editsOf(taken.value, reason.value))
  const effect = computed(() => {
    const now = sheet()
    return now && edits.value.length > 0 ? effectOfEdits(now, edits.value) : undefined
  })

  // What has been seen before keeps its choice when the file is compared anew.
  watch(changes, (now) => {
    const keys = now.map(keyOfChange)
    const fresh = now.filter((one) => !known.has(keyOfChange(one)) && isChosenAtFirst(one))
    chosen.value = new Set([
      ...keys.filter((key) => chosen.value.has(key)),
      ...fresh.map(keyOfChange),
    ])
    known = new Set(keys)
  })

  /** Nothing of an earlier file is known of the next one. */
  function forget(): void {
    known = new Set()
    chosen.value = new Set()
    failure.value = undefined
    refusals.value = []
    stored.value = 0
  }

  function choose(change: WorkbookChange, on: boolean): void {
    const next = new Set(chosen.value)
    if (on) next.add(keyOfChange(change))
    else next.delete(keyOfChange(change))
    chosen.value = next
  }

  function chooseAll(on: boolean): void {
    chosen.value = new Set(on ? takable.value.map(keyOfChange) : [])
  }

  // The same edits sent again are the same mutation, so that a retry is harmless.
  const mutation = { edits: '', key: '' }
  function keyFor(sent: string): string {
    if (mutation.edits !== sent) Object.assign(mutation, { edits: sent, key: newUuid() })
    return mutation.key
  }

  async function store(budgetId: string): Promise<boolean> {
    if (storing.value || edits.value.length === 0) return false
    storing.value = true
    failure.value = undefined
    refusals.value = []
    try {
      const sent = { budgetId, reason: reason.value.slice(0, 2000), edits: edits.value }
      const clientMutationKey = keyFor(JSON.stringify(sent))
      const { editBudget } = await request(EditBudgetDocument, {
        input: { ...sent, clientMutationKey },
      })
      if (editBudget.applied) stored.value = taken.value.length
      else {
        const problems = editBudget.problems.map((problem) => problem[language.value])
        const conflicts = editBudget.conflicts.map(({ field, current, changedBy: by }) =>
          t('workbook.conflict', { field, by, value: String(current ?? t('workbook.empty')) }),
        )
        refusals.value = [...new Set([...problems, ...conflicts])]
        if (conflicts.length > 0) await again()
      }
      return editBudget.applied
    } catch (thrown) {
      failure.value = asFailure(thrown)
      return false
    } finally {
      storing.value = false
    }
  }

  return {
    changes,
    takable,
    /** Keys of those that can be taken. */
    theirs,
    taken,
    chosen,
    effect,
    failure,
    refusals,
    storing,
    stored,
    choose,
    chooseAll,
    store,
    forget,
  }
}

export type TakeChanges = ReturnType<typeof useTakeChanges>
