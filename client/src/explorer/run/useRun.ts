import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import { asFailure, type Failure, type WrittenQuery } from '../../api/index.ts'
import { useText } from '../../text/useText.ts'
import type { AnswerView, JsonAnswer, Outline, TableAnswer } from './answer.ts'
import { askJson, askOutline, askTable } from './ask.ts'
import { askCost, type Cost } from './cost.ts'

/**
 * One query at a time, and what was answered: as a table where it can be one, as JSON otherwise. The other way is asked for
 * when it is looked at; a mutation has no other way, so none is carried out twice.
 */
export function useRun() {
  const { language } = useText()
  const view = shallowRef<AnswerView>('table')
  const asked = shallowRef<WrittenQuery>()
  const outline = shallowRef<Outline>()
  const json = shallowRef<JsonAnswer>()
  const table = shallowRef<TableAnswer>()
  const cost = shallowRef<Cost>()
  const failure = shallowRef<Failure>()
  const state = shallowRef<'idle' | 'running' | 'cancelled'>('idle')
  let running: AbortController | undefined
  let preferred: AnswerView = 'table'

  async function run(query: WrittenQuery): Promise<void> {
    asked.value = query
    outline.value = json.value = table.value = cost.value = undefined
    await work(async (signal) => {
      const asking = { language: language.value, signal }
      void askCost(query, asking).then((found) => {
        if (asked.value === query) cost.value = found
      })
      const found = (outline.value = await askOutline(query, asking))
      view.value = found.problem ? 'json' : preferred
      await fetchView(query, signal)
    })
  }

  /** Looks at the answer in the other way; asks for it first if need be. */
  async function show(chosen: AnswerView): Promise<void> {
    view.value = preferred = chosen
    const query = asked.value
    if (!query || !outline.value || outline.value.problem || running) return
    await work((signal) => fetchView(query, signal))
  }

  async function fetchView(query: WrittenQuery, signal: AbortSignal): Promise<void> {
    const asking = { language: language.value, signal }
    if (view.value === 'table') table.value ??= await askTable(query, asking)
    else json.value ??= await askJson(query, asking)
  }

  async function work(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    state.value = 'running'
    failure.value = undefined
    try {
      await task(mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted) failure.value = asFailure(thrown)
    }
    if (running !== mine) return
    running = undefined
    state.value = mine.signal.aborted ? 'cancelled' : 'idle'
  }

  const cancel = (): void => running?.abort()
  onScopeDispose(cancel)

  return {
    view: shallowReadonly(view),
    asked: shallowReadonly(asked),
    outline: shallowReadonly(outline),
    json: shallowReadonly(json),
    table: shallowReadonly(table),
    cost: shallowReadonly(cost),
    failure: shallowReadonly(failure),
    state: shallowReadonly(state),
    run,
    show,
    cancel,
  }
}

export type Run = ReturnType<typeof useRun>
