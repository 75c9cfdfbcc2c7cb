import { AuditLogDocument, AuditPeopleDocument, AuditTableDocument } from '@andel/schema/operations'
import { computed, reactive, shallowRef } from 'vue'
import { readFailure, sendQuery, useRequest } from '../../api/index.ts'
import { saveFile, fileName } from '../../explorer/answer/download.ts'
import { swedishOrder } from '../../text/swedish-order.ts'
import { useText } from '../../text/useText.ts'
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
  async function saveAsCsv(): Promise<void> {
    await send(async () => {
      const query = {
        query: AuditTableDocument.toString(),
        variables: { filter: filterOf(selection) },
      }
      const accept = language.value === 'sv' ? 'text/csv; excel=sv' : 'text/csv'
      const wanted = { accept, language: language.value }
      const response = await sendQuery(query, wanted, new AbortController().signal)
      if (!response.ok) {
        const { errors = [] } = (await response.json()) as { errors?: readonly object[] }
        throw readFailure({ graphQLErrors: errors })
      }
      saveFile(fileName(response.headers), await response.blob())
    })
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
    saveAsCsv,
  }
}
