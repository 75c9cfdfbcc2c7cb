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
  const settled = useSettled(() => asInput(proposal.value, chosen.value, '–'), 300)
  const review = useReview({
    input: () => (settled.value.value.length > 0 ? settled.value.value : undefined),
    told: () => source.value,
    async send(figures, how) {
      const told = source.value.trim()
      const input = how.dryRun
        ? { ...how, figures }
        : { ...how, reason: told, figures: figures.map((one) => ({ ...one, source: told })) }
      return (await request(SetPopulationsDocument, { input })).setPopulations
    },
  })
  const count = computed(() => chosen.value.size)
  return { chosen, source, review, count, settle: settled.settle }
}
