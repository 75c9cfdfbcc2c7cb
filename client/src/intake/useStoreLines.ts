import {
  CreateBudgetChoicesDocument,
  CreateBudgetDocument,
  EditBudgetDocument,
  type LineFieldsInput,
} from '@andel/schema/operations'
import { useViewer } from '../account/useViewer.ts'
import { computed, reactive, shallowRef, watch } from 'vue'
import { asFailure, request, useRequest, type Failure } from '../api/index.ts'
import { newUuid } from '../api/new-uuid.ts'
import { budgetOf, nextYear, readYear } from '../budgets/new-budget.ts'
import { useText } from '../text/useText.ts'
import type { FileRow } from './useIntake.ts'

/** Where lines from outside go, and how they are stored: as one batch, in a budget there is or a new one. */
export function useStoreLines() {
  const { t, language } = useText()
  const choices = useRequest(CreateBudgetChoicesDocument, {})
  const { hasRole } = useViewer()
  /** The joint services that whoever looks prepares budgets for. */
  const services = computed(
    () =>
      choices.data.value?.jointServices.nodes.filter(({ slug }) => hasRole('COORDINATOR', slug)) ??
      [],
  )
  /** An empty budget id is a new budget. */
  const target = reactive({ slug: '', budgetId: '', year: '', title: '' })
  const storing = shallowRef(false)
  const failure = shallowRef<Failure>()
  const refusals = shallowRef<readonly string[]>([])

  const service = computed(() => services.value.find(({ slug }) => slug === target.slug))
  const year = computed(() => readYear(target.year))
  const yearError = computed(() => {
    if (target.budgetId !== '' || target.year === '') return undefined
    if (year.value === undefined) return t('budgets.badYear')
    return budgetOf(service.value, year.value)
      ? t('budgets.yearTaken', { year: year.value })
      : undefined
  })

  watch(services, (known) => {
    target.slug ||= known[0]?.slug ?? ''
  })
  watch(service, (now) => {
    if (!now) return
    target.budgetId = ''
    target.year = String(nextYear(now, new Date()))
    target.title = t('budgets.suggestedTitle', { year: target.year })
  })

  /** The budget to put the lines in; made when it is a new one, and then chosen, so that a second try makes no other. */
  async function budgetId(): Promise<string> {
    if (target.budgetId !== '') return target.budgetId
    const input = { jointServiceSlug: target.slug, year: year.value!, title: target.title.trim() }
    await request(CreateBudgetDocument, { input })
    await choices.reload()
    const made = budgetOf(service.value, input.year)
    target.budgetId = made!.id
    return made!.id
  }

  const mutation = { sent: '', key: '' }
  function keyFor(sent: string): string {
    if (mutation.sent !== sent) Object.assign(mutation, { sent, key: newUuid() })
    return mutation.key
  }

  /** @returns where the budget is, or nothing when the lines were not stored */
  async function store(rows: readonly FileRow[], fileName: string): Promise<string | undefined> {
    if (storing.value || rows.length === 0 || yearError.value) return undefined
    storing.value = true
    failure.value = undefined
    refusals.value = []
    try {
      const id = await budgetId()
      const edits = rows.map(({ fields }) => ({ addLine: { fields: fields as LineFieldsInput } }))
      const reason = t('intake.reason', { name: fileName }).slice(0, 2000)
      const sent = { budgetId: id, reason, edits }
      const input = { ...sent, clientMutationKey: keyFor(JSON.stringify(sent)) }
      const { editBudget } = await request(EditBudgetDocument, { input })
      const { jointService, year: stored } = editBudget.budget
      if (editBudget.applied) return `/samverkan/${jointService.slug}/${stored}`
      refusals.value = editBudget.problems.map(
        (problem) => `${t('intake.row')} ${rows[problem.edit]?.row}: ${problem[language.value]}`,
      )
    } catch (thrown) {
      failure.value = asFailure(thrown)
    } finally {
      storing.value = false
    }
    return undefined
  }

  return { services, target, service, yearError, storing, failure, refusals, store }
}

export type StoreLines = ReturnType<typeof useStoreLines>
