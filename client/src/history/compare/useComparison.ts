import { BudgetAsOfDocument } from '@andel/schema/operations'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRequest } from '../../api/index.ts'
import { viewSheet } from '../../budget/figures/sheet-view.ts'
import { readSheet } from '../../budget/sheet/read-sheet.ts'
import type { PastMoment } from '../../budget/sheet/sheet.ts'
import { useText } from '../../text/useText.ts'
import { stepWords } from '../batch-words.ts'
import { pastWords } from '../travel/past-words.ts'
import { changeNumber, sinceMade } from '../travel/stops.ts'
import type { usePresent } from '../usePresent.ts'
import { compareSheets } from './compare-sheets.ts'
import { present, readMoment } from './compared-moment.ts'

type Side = 'fran' | 'till'

/** Two states of a budget, those of the address, and what lies between them. */
export function useComparison({ sheet, past, telling }: ReturnType<typeof usePresent>) {
  const { t, moment } = useText()
  const route = useRoute()
  const router = useRouter()
  const oldestFirst = computed(() => past.value?.recent.nodes.toReversed() ?? [])
  /** Nothing while the history is on its way. */
  const beginning = computed(() => {
    const [made] = sinceMade(oldestFirst.value)
    return past.value && String(made?.sequence ?? present)
  })
  const before = useSide('fran', () => beginning.value ?? '')
  const after = useSide('till', () => present)

  function useSide(side: Side, usual: () => string) {
    const text = computed(() => String(route.query[side] || usual()))
    const found = useRequest(BudgetAsOfDocument, () => {
      const asOf = readMoment(text.value)
      return asOf && sheet.value ? { id: sheet.value.id, asOf } : undefined
    })
    const isNow = computed(() => text.value === present)
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
      moment: computed(() => readMoment(text.value)),
      isMissing: computed(
        () => !isNow.value && found.data.value !== undefined && !found.data.value.budget,
      ),
      choose: (value: string) => void router.replace({ query: { ...route.query, [side]: value } }),
    }
  }

  function momentWords(told: PastMoment): string {
    const { time } = pastWords(told, { t, moment })
    return t('history.compare.moment', { time, number: changeNumber(oldestFirst.value, told) })
  }

  /** Versions, and what each of the newest batches left. */
  const choices = computed(() => {
    const steps = [...Map.groupBy(oldestFirst.value, ({ batch }) => batch).values()].toReversed()
    return [
      { value: present, label: t('history.compare.now') },
      ...(past.value?.versions ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ...steps.slice(0, 100).map((changes) => {
        const { sequence: number, at, actor } = changes.at(-1)!
        const what = telling.value ? stepWords(changes, telling.value) : ''
        const words = { number, time: moment(at), actor, what }
        return { value: String(number), label: t('history.compare.choice', words) }
      }),
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
