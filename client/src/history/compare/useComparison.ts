import { BudgetAsOfDocument } from '@andel/schema/operations'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRequest } from '../../api/index.ts'
import { viewSheet } from '../../budget/figures/sheet-view.ts'
import { readSheet } from '../../budget/sheet/read-sheet.ts'
import type { PastMoment } from '../../budget/sheet/sheet.ts'
import { useText } from '../../text/useText.ts'
import { pastWords } from '../travel/past-words.ts'
import type { usePresent } from '../usePresent.ts'
import { compareSheets } from './compare-sheets.ts'
import { present, readMoment } from './compared-moment.ts'

type Side = 'fran' | 'till'

/** Two states of a budget, those of the address, and what lies between them. */
export function useComparison({ sheet, past }: ReturnType<typeof usePresent>) {
  const { t, moment } = useText()
  const route = useRoute()
  const router = useRouter()
  const before = useSide('fran', '0')
  const after = useSide('till', present)

  function useSide(side: Side, usual: string) {
    const text = computed(() => String(route.query[side] ?? usual))
    const found = useRequest(BudgetAsOfDocument, () => {
      const asOf = readMoment(text.value)
      return asOf && sheet.value ? { id: sheet.value.id, asOf } : undefined
    })
    const isNow = computed(() => readMoment(text.value) === undefined)
    const answer = computed(() => found.data.value?.budget)
    const view = computed(() => {
      if (isNow.value) return sheet.value && viewSheet(sheet.value)
      return answer.value ? viewSheet(readSheet(answer.value)) : undefined
    })
    const words = computed(() => {
      if (isNow.value) return t('history.compare.now')
      const told = answer.value?.asOf
      if (!told) return ''
      const when = momentWords({ sequence: told.sequence, at: told.at ?? null })
      return told.version ? `”${told.version.name}”, ${when}` : when
    })
    return {
      text,
      view,
      words,
      failure: found.failure,
      pending: found.pending,
      reload: found.reload,
      isMissing: computed(
        () => !isNow.value && found.data.value !== undefined && !found.data.value.budget,
      ),
      choose: (value: string) => void router.replace({ query: { ...route.query, [side]: value } }),
    }
  }

  function momentWords(told: PastMoment): string {
    return t('history.compare.moment', pastWords(told, { t, moment }))
  }

  /** Versions, and what each of the newest batches left. */
  const choices = computed(() => {
    const stops = past.value?.recent.nodes ?? []
    const newest = stops.filter(({ batch }, index) => stops[index - 1]?.batch !== batch)
    return [
      { value: present, label: t('history.compare.now') },
      ...(past.value?.versions ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ...newest.slice(0, 100).map(({ sequence, at, actor }) => ({
        value: String(sequence),
        label: t('history.compare.choice', { time: moment(at), actor }),
      })),
    ]
  })

  return {
    before,
    after,
    choices,
    swap: () => void router.replace({ query: { fran: after.text.value, till: before.text.value } }),
    difference: computed(() =>
      before.view.value && after.view.value
        ? compareSheets(before.view.value, after.view.value)
        : undefined,
    ),
  }
}
