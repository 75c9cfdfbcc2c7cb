import { SetPopulationsDocument } from '@andel/schema/operations'
import { computed, shallowRef, watch, type Ref } from 'vue'
import { request } from '../api/index.ts'
import { useSettled } from '../grid/useSettled.ts'
import { useReview } from '../review/useReview.ts'
import { asInput, chosenAtFirst, type Proposal } from './proposal.ts'

/** What of a proposal is taken, what that does to the budgets, and how it is stored: as one batch. */
export function useAccept(proposal: Readonly<Ref<Proposal>>) {
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const source = shallowRef('')
  watch(
    proposal,
    (given) => {
      chosen.value = chosenAtFirst(given)
      source.value = given.source
    },
    { immediate: true },
  )
  /** Those who tick box after box are not asked about for each. */
  const settled = useSettled(
    () => ({ from: chosen.value, figures: asInput(proposal.value, chosen.value, '–') }),
    300,
  )
  const figures = computed(() => settled.value.value.figures)
  const review = useReview({
    input: () => (figures.value.length > 0 ? figures.value : undefined),
    told: () => source.value,
    async send(sent, how) {
      const told = source.value.trim()
      const input = how.dryRun
        ? { ...how, figures: sent }
        : { ...how, reason: told, figures: sent.map((one) => ({ ...one, source: told })) }
      return (await request(SetPopulationsDocument, { input })).setPopulations
    },
  })
  const count = computed(() => chosen.value.size)
  /** Whether something has been chosen since the budgets were asked about. */
  const unsettled = computed(() => settled.value.value.from !== chosen.value)
  return { chosen, source, review, count, unsettled }
}
