import { BudgetSheetDocument } from '@andel/schema/operations'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { knownViewer } from '../account/useViewer.ts'
import { useRequest } from '../api/index.ts'
import { leaveSheet, openSheet, type OpenSheet } from './open-sheet.ts'
import { thisTab } from './saving/this-tab.ts'

interface BudgetAddress {
  readonly slug: string
  readonly year: number
}

/** The budget at an address: fetched once, then kept up to date by its own edits. */
export function useBudget(address: () => BudgetAddress) {
  const { data, failure, pending, reload } = useRequest(BudgetSheetDocument, address)
  const sheet = shallowRef<OpenSheet>()
  let left = false

  function leave(): void {
    if (sheet.value) leaveSheet(sheet.value)
    sheet.value = undefined
  }

  watch(data, async (answer) => {
    const budget = answer?.jointService?.budget
    if (!budget) return leave()
    const place = { tab: await thisTab(), person: await knownViewer() }
    if (left || answer !== data.value) return
    if (sheet.value?.committed.value.id !== budget.id) leave()
    sheet.value = openSheet(budget, place)
  })
  onScopeDispose(() => {
    left = true
    leave()
  })

  return {
    sheet,
    /** Whose budget it would be, where the budget is missing; nothing when the joint service is missing too. */
    serviceName: computed(() => data.value?.jointService?.name),
    /** Dates for which there are population figures, newest first. */
    populationDates: computed(() => data.value?.populationDates ?? []),
    missing: computed(() => data.value !== undefined && !data.value.jointService?.budget),
    failure,
    pending,
    reload,
  }
}
