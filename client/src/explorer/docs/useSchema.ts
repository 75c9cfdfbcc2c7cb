import {
  type GraphQLSchema,
  type IntrospectionQuery,
  buildClientSchema,
  getIntrospectionQuery,
} from 'graphql'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import { Incident, Offline, asFailure, sendQuery, type Failure } from '../../api/index.ts'

/** The schema of our own API, as the server tells it. */
export function useSchema() {
  const schema = shallowRef<GraphQLSchema>()
  const failure = shallowRef<Failure>()
  const pending = shallowRef(false)
  const leaving = new AbortController()
  onScopeDispose(() => leaving.abort())

  async function load(): Promise<void> {
    pending.value = true
    try {
      schema.value = buildClientSchema(await introspect(leaving.signal))
      failure.value = undefined
    } catch (thrown) {
      if (!leaving.signal.aborted) failure.value = asFailure(thrown)
    }
    pending.value = false
  }
  void load()

  return {
    schema: shallowReadonly(schema),
    failure: shallowReadonly(failure),
    pending: shallowReadonly(pending),
    load,
  }
}

async function introspect(signal: AbortSignal): Promise<IntrospectionQuery> {
  const query = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true })
  const wanted = { accept: 'application/json', language: 'sv' }
  const response = await sendQuery({ query, variables: {} }, wanted, signal)
  const answer = (await response.json().catch(() => {
    throw new Offline()
  })) as { data?: IntrospectionQuery }
  if (!answer.data) throw new Incident(undefined)
  return answer.data
}
