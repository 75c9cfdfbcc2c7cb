import { shallowReadonly, shallowRef, watch } from 'vue'
import { examples } from '@andel/schema/examples'
import type { WrittenQuery } from '../api/index.ts'
import { type Remembered, remember, type Written } from './kept/history.ts'
import { keptWork } from './kept/kept-work.ts'
import { operationAt } from './run/operation.ts'
import { readVariables } from './run/read-variables.ts'

/** What is written in the explorer. It outlives a reload, and what is put aside is kept in the history. */
export function useExplorer(storage: Storage = localStorage) {
  const kept = keptWork(storage)
  const begun = kept.readWork()
  const query = shallowRef(begun?.query ?? examples[0]!.query)
  const variables = shallowRef(begun?.variables ?? '')
  const history = shallowRef<readonly Remembered[]>(kept.readHistory())
  const known = new Set(examples.map((example) => example.query))

  watch([query, variables], () => kept.writeWork(work()))
  watch(history, (list) => kept.writeHistory(list))

  const work = (): Written => ({ query: query.value, variables: variables.value })

  function keep(one: Written): void {
    history.value = remember(history.value, one, new Date().toISOString())
  }

  /** Puts another query in the editor. Returns whether what stood there went to the history: an example as it was need not. */
  function replace(next: Written): boolean {
    const before = work()
    const isSame = before.query === next.query && before.variables === next.variables
    const isOwn =
      !isSame &&
      before.query.trim() !== '' &&
      !(known.has(before.query) && before.variables.trim() === '')
    if (isOwn) keep(before)
    query.value = next.query
    variables.value = next.variables
    return isOwn
  }

  /** What is to be sent, when the cursor stands there; or what is missing. */
  function written(cursor: number): WrittenQuery | { problem: 'noQuery' | 'badVariables' } {
    if (query.value.trim() === '') return { problem: 'noQuery' }
    const values = readVariables(variables.value)
    if (!values) return { problem: 'badVariables' }
    return {
      query: query.value,
      variables: values,
      operationName: operationAt(query.value, cursor),
    }
  }

  function clearHistory(): void {
    history.value = []
  }

  return {
    query,
    variables,
    history: shallowReadonly(history),
    work,
    keep,
    replace,
    written,
    clearHistory,
  }
}
