import { BudgetChangesDocument } from '@andel/schema/operations'
import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRequest } from '../../api/index.ts'
import { swedishOrder } from '../../text/swedish-order.ts'
import { useText } from '../../text/useText.ts'
import { changeKinds } from '../batch-words.ts'
import { batchesOf } from '../batches.ts'
import type { Telling } from '../change-words.ts'
import type { usePresent } from '../usePresent.ts'
import { filterOf, readSelection, writeSelection } from './selection.ts'
import { useHistoryFile } from './useHistoryFile.ts'

const pageSize = 100

/** What has happened to a budget, as far as it is selected, and the way to take it along as a file. */
export function useHistory(
  telling: Readonly<Ref<Telling | undefined>>,
  past: ReturnType<typeof usePresent>['past'],
) {
  const { t } = useText()
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  const selection = reactive({ ...readSelection(route.query) })
  const first = shallowRef(pageSize)
  const filter = () => filterOf(selection, t)

  // the selection stands in the address, so that it can be sent and comes back with Back
  watch(selection, () => {
    first.value = pageSize
    void router.replace({ query: writeSelection(selection) })
  })
  watch(
    () => route.query,
    (query) => route.path === path && Object.assign(selection, readSelection(query)),
  )

  const log = useRequest(
    BudgetChangesDocument,
    () =>
      telling.value && {
        id: telling.value.sheet.id,
        filter: filter(),
        first: first.value,
      },
  )
  const changes = computed(() => log.data.value?.budget?.changes)
  const isMore = computed(() => {
    const { totalCount = 0, nodes = [] } = changes.value ?? {}
    return totalCount > nodes.length
  })
  const batches = computed(() => batchesOf(changes.value?.nodes ?? [], isMore.value))

  const people = computed(() => {
    const known = new Map(
      (past.value?.recent.nodes ?? []).flatMap(({ actor, actorId }) =>
        actorId === null ? [] : [[actorId, actor] as const],
      ),
    )
    const options = [...known].map(([value, label]) => ({ value, label }))
    return [
      { value: '', label: t('history.list.anybody') },
      ...options.toSorted((a, b) => swedishOrder(a.label, b.label)),
    ]
  })
  const lines = computed(() => {
    const { sheet, gone = {} } = telling.value ?? {}
    const present = sheet?.lines.map(({ id, description }, index) => ({
      value: id,
      label: `${index + 1}. ${description || t('steps.unnamed')}`,
    }))
    const isLine = new Set(
      past.value?.removed.nodes
        .filter(({ entity }) => entity === 'BudgetLine')
        .map(({ entityId }) => entityId),
    )
    const stands = new Set(sheet?.lines.map(({ id }) => id))
    const removed = Object.entries(gone)
      .filter(([id]) => isLine.has(id) && !stands.has(id))
      .map(([value, name]) => ({
        value,
        label: t('history.list.removedLine', { name: name || t('steps.unnamed') }),
      }))
    return [{ value: '', label: t('history.list.anyLine') }, ...(present ?? []), ...removed]
  })
  const kinds = computed(() => [
    { value: '' as const, label: t('history.list.anything') },
    ...changeKinds.map((value) => ({ value, label: t(`history.kind.${value}`) })),
  ])

  return {
    selection,
    clear: () => Object.assign(selection, readSelection({})),
    isSelected: computed(() => Object.values(selection).some((text) => text !== '')),
    log,
    changes,
    batches,
    isMore,
    showMore: () => (first.value += pageSize),
    people,
    lines,
    kinds,
    file: useHistoryFile(telling, filter),
  }
}
