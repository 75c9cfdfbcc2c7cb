import {
  BudgetAsOfDocument,
  HistoryNamesDocument,
  type BudgetMomentInput,
} from '@andel/schema/operations'
import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRequest } from '../../api/index.ts'
import type { OpenSheet } from '../../budget/open-sheet.ts'
import { readSheet } from '../../budget/sheet/read-sheet.ts'
import type { Sheet } from '../../budget/sheet/sheet.ts'
import { momentOf } from './moment.ts'
import { sinceMade, stopAt } from './stops.ts'

const nobody = { editsAll: false, figuresOf: [], writesFor: [] } as const

/** A budget at the moment that the address asks for, and the ways to others. One state is fetched at a time: the newest wish wins. */
export function useTravel(now: OpenSheet) {
  const route = useRoute()
  const router = useRouter()
  const id = now.committed.value.id
  /** Where somebody wants to be. */
  const wanted = shallowRef<BudgetMomentInput>(momentOf(route.query) ?? { sequence: 0 })
  /** What is asked for: not before what was asked for last has come. */
  const asked = shallowRef(wanted.value)
  const found = useRequest(BudgetAsOfDocument, () => ({ id, asOf: asked.value }))
  const history = useRequest(HistoryNamesDocument, { id })

  watch([wanted, found.pending], () => {
    if (!found.pending.value) asked.value = wanted.value
  })
  watch(
    () => JSON.stringify(momentOf(route.query) ?? null),
    () => {
      const next = momentOf(route.query)
      if (next && !isSame(next, wanted.value)) wanted.value = next
    },
  )
  // a state has its address once it is shown, not while somebody drags past it
  watch(found.data, () => {
    const { sequence } = wanted.value
    const shown = momentOf(route.query)
    if (sequence == null || !isSame(asked.value, wanted.value) || !shown) return
    if (!isSame(shown, wanted.value)) void router.replace({ query: { pa: String(sequence) } })
  })

  const answer = computed(() => found.data.value?.budget)
  const then = computed<Sheet | undefined>(() => {
    if (!answer.value) return undefined
    const { sequence, at } = answer.value.asOf ?? { sequence: 0, at: null }
    const sheet = readSheet(answer.value, now.saving.ids.value)
    return { ...sheet, rights: nobody, past: { sequence, at } }
  })
  /** Every change that can be gone to, oldest first. */
  const all = computed(() => history.data.value?.budget?.recent)
  const stops = computed(() => sinceMade(all.value?.nodes.toReversed() ?? []))
  /** How many there are, with those that are too old to be among them. */
  const total = computed(() => {
    const { totalCount = 0, nodes = [] } = all.value ?? {}
    return totalCount - nodes.length + stops.value.length
  })
  const versions = computed(() => history.data.value?.budget?.versions ?? [])
  const sequence = computed(() => wanted.value.sequence ?? then.value?.past?.sequence ?? 0)

  return {
    then,
    /** What the state that is shown is called, when it has a name. */
    version: computed(() => {
      const past = then.value?.past
      const at = past && stopAt(stops.value, past.sequence)
      return versions.value.find((one) => at === stopAt(stops.value, one.sequence) && at !== -1)
    }),
    wanted,
    isMissing: computed(() => found.data.value !== undefined && !found.data.value.budget),
    failure: found.failure,
    pending: found.pending,
    reload: found.reload,
    reloadVersions: history.reload,
    stops,
    total,
    versions,
    /** Index of where somebody wants to be. */
    index: computed(() => stopAt(stops.value, sequence.value)),
    sequence,
    goTo: (moment: BudgetMomentInput) => (wanted.value = moment),
  }
}

export type Travel = ReturnType<typeof useTravel>

function isSame(a: BudgetMomentInput, b: BudgetMomentInput): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
