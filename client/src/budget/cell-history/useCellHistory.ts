import { BudgetChangesDocument, HistoryNamesDocument } from '@andel/schema/operations'
import { computed, shallowRef, watch } from 'vue'
import { useRequest } from '../../api/index.ts'
import { batchesOf } from '../../history/batches.ts'
import { partsOf } from '../../history/batch-words.ts'
import type { Telling } from '../../history/change-words.ts'
import { asRecord, goneNames, type LoggedChange } from '../../history/logged-change.ts'
import type { SheetScreen } from '../useSheetScreen.ts'
import { askedHistory } from './asked-history.ts'
import { restoring } from './restore-edit.ts'

const pageSize = 20
const mostTogether = 500
/** All changes of numbers of inhabitants that reach a budget: the log knows no narrower question. */
const mostFigures = 1000

/** What has happened to the cell in focus, newest first, and the way back to an earlier value. */
export function useCellHistory(screen: SheetScreen) {
  const { sheet, voice, focus, history, rights } = screen
  const { committed, saving, figures } = sheet
  const first = shallowRef(pageSize)

  const asked = computed(() =>
    history.value
      ? askedHistory(focus.value, history.value, figures.meant.value.sheet, saving.ids.value)
      : undefined,
  )
  watch(
    () => JSON.stringify(asked.value),
    () => (first.value = pageSize),
  )

  const found = useRequest(BudgetChangesDocument, () => {
    const what = asked.value
    if (!what || what.kind === 'none') return undefined
    const count = what.kind === 'population' ? mostFigures : first.value
    return { id: committed.value.id, filter: what.filter, first: count }
  })
  const names = useRequest(HistoryNamesDocument, () =>
    history.value ? { id: committed.value.id } : undefined,
  )
  // what is stored from here or elsewhere is history too
  watch(
    () => committed.value.sequence,
    () => void (asked.value && asked.value.kind !== 'none' && found.reload()),
  )

  const telling = computed<Telling>(() => ({
    sheet: figures.meant.value.sheet,
    voice,
    gone: goneNames(names.data.value?.budget?.removed.nodes ?? []),
    ids: saving.ids.value,
  }))
  const all = computed<readonly LoggedChange[]>(() => {
    const nodes = found.data.value?.budget?.changes.nodes ?? []
    const what = asked.value
    return what?.kind === 'population' ? nodes.filter((one) => isOf(one, what)) : nodes
  })
  const changes = computed(() =>
    asked.value?.kind === 'population' ? all.value.slice(0, first.value) : valuesOf(all.value),
  )
  /** What else was accepted in the same batches. */
  const batches = computed(() => [...new Set(changes.value.map(({ batch }) => batch))])
  const together = useRequest(BudgetChangesDocument, () =>
    batches.value.length > 0
      ? { id: committed.value.id, filter: { batches: batches.value }, first: mostTogether }
      : undefined,
  )
  const beside = computed(() => {
    const nodes = together.data.value?.budget?.changes.nodes ?? []
    return new Map(batchesOf(nodes).map((batch) => [batch.id, partsOf(batch.changes)]))
  })
  const isMore = computed(() =>
    asked.value?.kind === 'population'
      ? all.value.length > first.value
      : (found.data.value?.budget?.changes.totalCount ?? 0) > all.value.length,
  )

  /** The way back to what stood before a change; nothing when there is none or it stands already. */
  function wayBack(change: LoggedChange) {
    const note = reasonOf(change)
    const back = restoring(change, all.value, figures.meant.value.sheet, {
      ids: saving.ids.value,
      note,
    })
    if (!back) return undefined
    if ('whyNot' in back) {
      const key = back.whyNot === 'noKey' ? 'history.cell.noKey' : `faults.${back.whyNot}`
      return { whyNot: voice.t(key as 'history.cell.noKey') }
    }
    const whyNot = rights.objectionTo([back.edit])
    return whyNot === undefined ? { edit: back.edit } : { whyNot }
  }

  function restore(change: LoggedChange, words: string): void {
    const back = wayBack(change)
    if (!back || !('edit' in back) || !back.edit) return
    sheet.steps.run('restore', [back.edit], undefined, { reason: reasonOf(change) })
    screen.spoken.value = voice.t('history.cell.restored', { value: words })
  }

  function reasonOf({ at }: LoggedChange): string {
    return voice.t('history.cell.reason', { time: voice.moment(at) })
  }

  return {
    asked,
    changes,
    /** What the log holds of a batch, at most some hundred changes. */
    besideOf: ({ batch }: LoggedChange) => beside.value.get(batch) ?? [],
    telling,
    isMore,
    showMore: () => (first.value += pageSize),
    failure: found.failure,
    pending: found.pending,
    isLoaded: computed(() => found.data.value !== undefined),
    reload: found.reload,
    wayBack,
    restore,
  }
}

/** A formula is told with its value. */
function valuesOf(changes: readonly LoggedChange[]): readonly LoggedChange[] {
  const kept = new Set<LoggedChange>()
  const batches = new Map<string, LoggedChange[]>()
  for (const change of changes)
    batches.set(change.batch, [...(batches.get(change.batch) ?? []), change])
  for (const own of batches.values()) for (const part of partsOf(own)) kept.add(part)
  return changes.filter((change) => kept.has(change))
}

function isOf({ after }: LoggedChange, { code, on }: { code: string; on: string }): boolean {
  const told = asRecord(after)
  return told['municipality'] === code && told['on'] === on
}
