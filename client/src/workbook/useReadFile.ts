import { shallowReadonly, shallowRef } from 'vue'
import { asFailure, type Failure } from '../api/index.ts'
import { keepFile } from './kept-file.ts'

/**
 * A file that somebody chooses, and what the server makes of it. The file stays when reading it fails, and an answer
 * that has been overtaken is dropped.
 */
export function useReadFile<Answer>(read: (file: File) => Promise<Answer>) {
  const file = shallowRef<File>()
  const answer = shallowRef<Answer>()
  const failure = shallowRef<Failure>()
  const pending = shallowRef(false)
  let newest = 0

  async function again(): Promise<void> {
    const chosen = file.value
    if (!chosen) return
    const mine = ++newest
    pending.value = true
    failure.value = undefined
    try {
      const given = await read(chosen)
      if (mine === newest) answer.value = given
    } catch (thrown) {
      if (mine === newest) failure.value = asFailure(thrown)
    }
    if (mine === newest) pending.value = false
  }

  async function choose(chosen: File): Promise<void> {
    answer.value = undefined
    failure.value = undefined
    file.value = chosen
    try {
      file.value = await keepFile(chosen)
    } catch (thrown) {
      file.value = undefined
      failure.value = asFailure(thrown)
      return
    }
    await again()
  }

  return {
    file: shallowReadonly(file),
    answer: shallowReadonly(answer),
    failure: shallowReadonly(failure),
    pending: shallowReadonly(pending),
    choose,
    /** Reads the same file again. */
    again,
  }
}
