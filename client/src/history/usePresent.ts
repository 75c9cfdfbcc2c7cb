import { BudgetSheetDocument, HistoryNamesDocument } from '@andel/schema/operations'
import { computed } from 'vue'
import { useRequest } from '../api/index.ts'
import { missingBudget } from '../budget/missing-budget.ts'
import { readSheet } from '../budget/sheet/read-sheet.ts'
import { useVoice } from '../budget/useVoice.ts'
import { useText } from '../text/useText.ts'
import type { Telling } from './change-words.ts'
import { goneNames } from './logged-change.ts'

/** The budget at an address as it stands, with what its history is told with. */
export function usePresent(address: () => { readonly slug: string; readonly year: string }) {
  const { t } = useText()
  const voice = useVoice()
  const found = useRequest(BudgetSheetDocument, () => {
    const { slug, year } = address()
    return { slug, year: Number(year) }
  })
  const sheet = computed(() => {
    const budget = found.data.value?.jointService?.budget
    return budget ? readSheet(budget) : undefined
  })
  const names = useRequest(HistoryNamesDocument, () => sheet.value && { id: sheet.value.id })
  const past = computed(() => names.data.value?.budget)

  return {
    sheet,
    past,
    telling: computed<Telling | undefined>(
      () =>
        sheet.value && {
          sheet: sheet.value,
          voice,
          gone: goneNames(past.value?.removed.nodes ?? []),
          ids: {},
        },
    ),
    missing: computed(() => found.data.value !== undefined && !sheet.value),
    absent: computed(() => missingBudget(address(), found.data.value?.jointService?.name, t)),
    trail: computed(() => {
      const { slug, year } = address()
      const home = `/samverkan/${slug}`
      return [
        { label: t('common.services'), to: '/' },
        { label: sheet.value?.service.name ?? '', to: home },
        { label: sheet.value?.title ?? '', to: `${home}/${year}` },
      ]
    }),
    failure: computed(() => found.failure.value ?? names.failure.value),
    pending: found.pending,
    reloadNames: names.reload,
    reload: async (): Promise<void> => {
      await Promise.all([found.reload(), names.reload()])
    },
  }
}
