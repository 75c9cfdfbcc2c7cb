import { AuditLogDocument, AuditPeopleDocument, AuditTableDocument } from '@andel/schema/operations'
import { computed, reactive, shallowRef } from 'vue'
import { useRequest } from '../../api/index.ts'
import { swedishOrder } from '../../text/swedish-order.ts'
import { useText } from '../../text/useText.ts'
import { saveAsCsv } from '../../views/save-as-csv.ts'
import { useSending } from '../../views/useSending.ts'
import { type Selection, auditActions, filterOf } from './entry.ts'

const pageSize = 100

const nothing: Selection = { action: '', actorId: '', outcome: '', from: '', to: '' }

/** The audit log, what is selected of it, and the way to take it along as a file. */
export function useAuditLog() {
  const { t, language } = useText()
  const selection = reactive<{ -readonly [K in keyof Selection]: Selection[K] }>({ ...nothing })
  const first = shallowRef(pageSize)
  const log = useRequest(AuditLogDocument, () => ({
    first: first.value,
    filter: filterOf(selection),
  }))
  const people = useRequest(AuditPeopleDocument, {})
  const { sending, failure, send } = useSending()

  const actionOptions = computed(() => [
    { value: '' as const, label: t('audit.anything') },
    ...auditActions
      .map((value) => ({ value, label: t(`audit.action.${value}`) }))
      .toSorted((a, b) => swedishOrder(a.label, b.label)),
  ])
  const actorOptions = computed(() => [
    { value: '', label: t('audit.anybody') },
    ...(people.data.value?.people.nodes ?? [])
      .map(({ id, name }) => ({ value: id, label: name }))
      .toSorted((a, b) => swedishOrder(a.label, b.label)),
  ])
  const outcomeOptions = computed(() =>
    (['', 'done', 'failed'] as const).map((value) => ({
      value,
      label: t(`audit.${value || 'any'}`),
    })),
  )

  /** Everything that is selected, as a file; the server notes that it was fetched. */
  async function saveAll(): Promise<void> {
    await send(() => saveAsCsv(AuditTableDocument, { filter: filterOf(selection) }, language.value))
  }

  return {
    selection,
    clear: () => Object.assign(selection, nothing),
    log,
    showMore: () => (first.value += pageSize),
    actionOptions,
    actorOptions,
    outcomeOptions,
    saving: sending,
    saveFailure: failure,
    saveAsCsv: saveAll,
  }
}
