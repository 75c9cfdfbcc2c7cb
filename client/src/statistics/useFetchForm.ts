import { StatisticsChoicesDocument, type FetchPopulationsInput } from '@andel/schema/operations'
import { computed, reactive, shallowRef, watch } from 'vue'
import { useRequest } from '../api/index.ts'
import { useText } from '../text/useText.ts'
import {
  datesOf,
  firstYears,
  newestYear,
  seriesOf,
  type MonthChoice,
  type SeriesChoice,
} from './wanted-dates.ts'

/** What somebody wants to fetch. What has been typed stays, whatever an office says. */
export function useFetchForm() {
  const { t } = useText()
  const choices = useRequest(StatisticsChoicesDocument, {})
  const newest = String(newestYear('SCB_NOVEMBER_1', new Date()))
  const form = reactive({
    series: 'SCB_NOVEMBER_1' as SeriesChoice | 'ADDRESS',
    from: newest,
    to: newest,
    months: '12' as MonthChoice,
    whom: 'PARTICIPANTS',
    address: '',
  })
  const tried = shallowRef(false)
  watch(
    () => form.series,
    (series, before) => {
      tried.value = false
      if (series === 'ADDRESS') return
      // years that nobody has touched follow the series
      const usual = before === 'ADDRESS' ? form.to : String(newestYear(before, new Date()))
      if (form.from !== usual || form.to !== usual) return
      form.from = form.to = String(newestYear(series, new Date()))
    },
  )

  const codes = computed(() => {
    const { data } = choices
    if (form.whom === 'PARTICIPANTS') {
      const all = data.value?.agreements.nodes.flatMap(({ participations }) =>
        participations.map(({ municipality }) => municipality.code),
      )
      return [...new Set(all)].toSorted()
    }
    const own = data.value?.municipalities.nodes.filter(({ county }) => county.code === form.whom)
    return form.whom === 'ALL' ? null : (own ?? []).map(({ code }) => code)
  })
  const counties = computed(() => {
    const all = unique(choices.data.value?.municipalities.nodes.map(({ county }) => county) ?? [])
    return all.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  })
  const hasParticipants = computed(() =>
    choices.data.value?.agreements.nodes.some(({ participations }) => participations.length > 0),
  )
  watch(hasParticipants, (has) => {
    if (has === false && form.whom === 'PARTICIPANTS') form.whom = 'ALL'
  })

  const dates = computed(() =>
    form.series === 'ADDRESS' ? undefined : datesOf({ ...form, series: form.series }),
  )
  const error = computed(() => {
    if (!tried.value) return undefined
    if (form.series === 'ADDRESS')
      return URL.canParse(form.address.trim()) ? undefined : t('statistics.office.addressMissing')
    return dates.value
      ? undefined
      : t('statistics.office.wrongYears', { first: firstYears[form.series] })
  })

  /** Undefined when something is wrong, which is then told. */
  function input(): FetchPopulationsInput | undefined {
    tried.value = true
    if (error.value !== undefined) return undefined
    const municipalityCodes = codes.value
    if (form.series === 'ADDRESS')
      return { office: 'SCB', address: form.address.trim(), municipalityCodes }
    return { ...seriesOf(form.series), dates: dates.value ?? [], municipalityCodes }
  }

  return { form, choices, counties, hasParticipants, error, input }
}

/** Each county once. */
function unique<County extends { readonly code: string }>(all: readonly County[]): County[] {
  return [...new Map(all.map((county) => [county.code, county])).values()]
}
