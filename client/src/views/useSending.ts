import { shallowReadonly, shallowRef } from 'vue'
import { asFailure, type Failure } from '../api/index.ts'

/** One request at a time, and why the last one failed. */
export function useSending() {
  const sending = shallowRef(false)
  const failure = shallowRef<Failure>()

  /** What was answered; undefined when it failed, or another is on its way. */
  async function send<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (sending.value) return undefined
    sending.value = true
    failure.value = undefined
    try {
      return await work()
    } catch (thrown) {
      failure.value = asFailure(thrown)
      return undefined
    } finally {
      sending.value = false
    }
  }

  return { sending: shallowReadonly(sending), failure: shallowReadonly(failure), send }
}
