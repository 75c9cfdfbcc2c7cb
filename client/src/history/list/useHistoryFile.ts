import { BudgetChangesDocument, type BudgetChangeFilter } from '@andel/schema/operations'
import { shallowReadonly, shallowRef, type Ref } from 'vue'
import { request } from '../../api/index.ts'
import { saveFile } from '../../explorer/answer/download.ts'
import { useText } from '../../text/useText.ts'
import { useSending } from '../../views/useSending.ts'
import type { Telling } from '../change-words.ts'
import { allChanges } from './all-changes.ts'
import { historyFile } from './history-file.ts'

const pageSize = 1000 // the most that the API gives at once

/** The way to take the selected changes along as a file; and how many it lacks when there are too many. */
export function useHistoryFile(
  telling: Readonly<Ref<Telling | undefined>>,
  filter: () => BudgetChangeFilter,
) {
  const { t, count } = useText()
  const { sending, failure, send } = useSending()
  const cut = shallowRef<string>()

  async function save(): Promise<void> {
    const told = telling.value
    if (!told) return
    cut.value = undefined
    const selected = filter()
    const found = await send(() =>
      allChanges(async (beforeSequence) => {
        const asked = beforeSequence === undefined ? selected : { ...selected, beforeSequence }
        const { sheet } = told
        const variables = { id: sheet.id, filter: asked, first: pageSize }
        const { budget } = await request(BudgetChangesDocument, variables)
        return budget?.changes ?? { totalCount: 0, nodes: [] }
      }),
    )
    if (!found) return
    const { nodes, totalCount } = found
    const { service, year } = told.sheet
    const name = t('history.file.name', { slug: service.slug, year })
    saveFile(name, new Blob([historyFile(nodes, told)], { type: 'text/csv' }))
    if (nodes.length < totalCount) {
      cut.value = t('history.file.cut', { n: count(nodes.length), total: count(totalCount) })
    }
  }

  return { saving: sending, saveFailure: failure, cut: shallowReadonly(cut), save }
}
