import { MunicipalitiesDocument, PopulationDatesDocument } from '@andel/schema/operations'
import { computed, shallowRef, watch, type Ref } from 'vue'
import { useRequest } from '../api/index.ts'

/**
 * Every municipality with its inhabitants on a date. When the date begins empty, it becomes the newest turn
 * of a year for which most of them have a figure; until that is found there are no municipalities.
 */
export function usePopulations(on: Ref<string>) {
  const known = useRequest(PopulationDatesDocument, {})
  const request = useRequest(MunicipalitiesDocument, () =>
    on.value ? { on: on.value } : undefined,
  )
  const dates = computed(() => known.data.value?.populationDates ?? [])
  const turns = computed(() => dates.value.filter((date) => date.endsWith('-12-31')))
  const all = computed(() => request.data.value?.municipalities.nodes)

  const searching = shallowRef(!on.value)
  const proposed = shallowRef<string>()
  watch(dates, () => {
    if (searching.value) on.value = turns.value[0] ?? dates.value[0] ?? ''
  })
  watch(all, (municipalities = []) => {
    if (!searching.value) return
    const filled = municipalities.filter(({ population }) => population).length
    const older = turns.value[turns.value.indexOf(on.value) + 1]
    if (older && filled < municipalities.length / 2) return void (on.value = older)
    proposed.value = on.value
    searching.value = false
  })

  return {
    dates,
    municipalities: computed(() => (searching.value ? undefined : all.value)),
    /** The date that was found; nothing when one had been chosen. */
    proposed,
    failure: computed(() => known.failure.value ?? request.failure.value),
    pending: computed(() => known.pending.value || request.pending.value),
    reload: () => Promise.all([known.reload(), request.reload()]),
  }
}
