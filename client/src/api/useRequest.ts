import { Fault } from '@andel/schema/fault'
import type { TypedDocumentString } from '@andel/schema/operations'
import { shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { Incident, Offline, type Failure } from './failure.ts'
import { request } from './request.ts'
import { entrances, isUnauthenticated } from './session.ts'

/**
 * The data of a query, fetched again whenever its variables change. Earlier data stay until newer
 * ones arrive; an answer that has been overtaken is dropped.
 *
 * `variables` may return `undefined`: nothing is asked until it returns something.
 */
export function useRequest<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: MaybeRefOrGetter<Variables | undefined>,
) {
  const data = shallowRef<Data>()
  const failure = shallowRef<Failure>()
  const pending = shallowRef(false)
  let newest = 0

  async function reload(): Promise<void> {
    const values = toValue(variables)
    if (!values) return
    const mine = ++newest
    pending.value = true
    try {
      const answer = await request(document, values)
      if (mine !== newest) return
      data.value = answer
      failure.value = undefined
    } catch (thrown) {
      if (mine === newest) failure.value = asFailure(thrown)
    }
    if (mine === newest) pending.value = false
  }

  watch(() => JSON.stringify(toValue(variables)), reload, { immediate: true })
  watch(entrances, () => {
    if (isUnauthenticated(failure.value)) void reload()
  })

  return {
    data: shallowReadonly(data),
    failure: shallowReadonly(failure),
    pending: shallowReadonly(pending),
    reload,
  }
}

/** Anything thrown, as something that has a sentence. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Fault || thrown instanceof Offline || thrown instanceof Incident) {
    return thrown
  }
  console.error(thrown)
  return new Incident(undefined)
}
