import { computed, nextTick, shallowRef } from 'vue'
import { postForm, type FormPath } from '../api/index.ts'
import { useText } from '../text/useText.ts'
import { objectionTo, type FormField, type Objection } from './refusal-text.ts'

/**
 * A form that is sent once at a time. What is wrong is said at the field that it is about, which gets the focus; empty
 * fields are found before anything is sent.
 *
 * @param element - of the form, whose fields are named as what is sent
 * @param done - what follows once it has been taken
 */
export function useForm<Field extends FormField>(
  path: FormPath,
  values: () => Readonly<Record<Field, string>>,
  element: () => HTMLFormElement | null,
  done: () => Promise<void> | void,
) {
  const text = useText()
  const busy = shallowRef(false)
  const failure = shallowRef<unknown>()
  const empty = shallowRef<readonly string[]>([])
  const objection = computed<Objection | undefined>(() =>
    failure.value === undefined ? undefined : objectionTo(failure.value, text),
  )

  /** What is said at a field. */
  function errorOf(field: Field): string | undefined {
    if (empty.value.includes(field)) return text.t('signIn.refused.empty')
    return objection.value?.field === field ? objection.value.sentence : undefined
  }

  async function send(): Promise<void> {
    if (busy.value) return
    const form = values()
    failure.value = undefined
    empty.value = Object.entries<string>(form).flatMap(([name, value]) =>
      value.trim() ? [] : [name],
    )
    if (empty.value.length > 0) return focus(empty.value[0])
    busy.value = true
    try {
      await postForm(path, form)
      await done()
    } catch (thrown) {
      failure.value = thrown
      await focus(objection.value?.field)
    } finally {
      busy.value = false
    }
  }

  async function focus(name: string | undefined): Promise<void> {
    await nextTick()
    if (name !== undefined) element()?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
  }

  return {
    busy,
    errorOf,
    send,
    /** What is said of the whole form. */
    sentence: computed(() => (objection.value?.field ? undefined : objection.value?.sentence)),
  }
}
