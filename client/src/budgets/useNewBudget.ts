import { CreateBudgetChoicesDocument, CreateBudgetDocument } from '@andel/schema/operations'
import { useViewer } from '../account/useViewer.ts'
import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import { asFailure, request, useRequest, type Failure } from '../api/index.ts'
import { useText } from '../text/useText.ts'
import {
  budgetOf,
  complaintsAbout,
  complaintsFrom,
  nextYear,
  readYear,
  titleAfter,
  toInput,
  type Complaints,
  type Field,
  type NewBudgetForm,
  type NewBudgetStart,
} from './new-budget.ts'

/**
 * The form for a new budget: what can be chosen, what is proposed, what is wrong. What has been typed stays,
 * whatever the server says, until the budget has been created.
 */
export function useNewBudget(start: NewBudgetStart, open: Ref<boolean>) {
  const { t, date } = useText()
  const choices = useRequest(CreateBudgetChoicesDocument, {})
  const { hasRole } = useViewer()
  /** The joint services that whoever looks prepares budgets for. */
  const services = computed(
    () =>
      choices.data.value?.jointServices.nodes.filter(({ slug }) => hasRole('COORDINATOR', slug)) ??
      [],
  )
  const form = reactive<NewBudgetForm>({
    slug: start.slug ?? '',
    year: start.year ? String(start.year) : '',
    title: '',
    copyFromId: start.copyFromId ?? '',
    populationDate: '',
  })
  const service = computed(() => services.value.find(({ slug }) => slug === form.slug))
  const sending = shallowRef(false)
  const failure = shallowRef<Failure>()
  const tried = shallowRef(false)
  const refused = ref<Complaints>({})

  const own = computed(() => (tried.value ? complaintsAbout(form, service.value) : {}))
  const errors = computed(() => {
    const sentence = (field: Field) => {
      const complaint = own.value[field] ?? refused.value[field]
      return complaint && t(...complaint)
    }
    return {
      year: sentence('year'),
      title: sentence('title'),
      populationDate: sentence('populationDate'),
    }
  })
  /** The budget that already has the year, to go to instead. */
  const taken = computed(() => budgetOf(service.value, readYear(form.year) ?? 0))

  watch(open, (isOpen) => isOpen && choices.reload())
  watch(services, (known) => {
    form.slug ||= known[0]?.slug ?? ''
  })
  watch(service, (now, before) => {
    if (!now) return
    form.year ||= String(nextYear(now, new Date()))
    if (before && before.slug !== now.slug) form.copyFromId = ''
  })

  const proposed = computed(() => {
    const year = readYear(form.year)
    if (!year) return ''
    const source = service.value?.budgets.find(({ id }) => id === form.copyFromId)
    return (source && titleAfter(source, year)) ?? t('budgets.suggestedTitle', { year })
  })
  /** The title last put in the form; it follows the year, however slowly typed, until it is changed by hand. */
  let given = ''
  watch(proposed, (now) => {
    if (!now) return
    if (form.title === '' || form.title === given) form.title = now
    given = now
  })

  // A complaint of the server is about what was sent; a change of the field answers it.
  for (const field of Object.keys(form) as Field[]) {
    watch(
      () => form[field],
      () => (refused.value[field] = undefined),
    )
  }

  /** @returns where the new budget is, or nothing when something is wrong */
  async function submit(): Promise<string | undefined> {
    tried.value = true
    failure.value = undefined
    if (sending.value || Object.values(errors.value).some(Boolean)) return undefined
    sending.value = true
    try {
      const { createBudget } = await request(CreateBudgetDocument, { input: toInput(form) })
      const { jointService, year } = createBudget.budget
      return `/samverkan/${jointService.slug}/${year}`
    } catch (thrown) {
      const why = asFailure(thrown)
      refused.value = complaintsFrom(why, form, date)
      if (Object.keys(refused.value).length === 0) failure.value = why
      return undefined
    } finally {
      sending.value = false
    }
  }

  return { choices, services, form, service, errors, taken, failure, sending, submit }
}
