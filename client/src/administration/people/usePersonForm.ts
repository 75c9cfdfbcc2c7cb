import { Fault } from '@andel/schema/fault'
import { computed, shallowRef } from 'vue'
import { useText } from '../../text/useText.ts'
import { useSending } from '../../views/useSending.ts'

/** Name and e-mail as they are typed, and what is wrong with each: told when it is sent, gone when it is mended. */
export function usePersonForm(start: { readonly name: string; readonly email: string }) {
  const { t, failureText } = useText()
  const { sending, failure, send } = useSending()
  const name = shallowRef(start.name)
  const email = shallowRef(start.email)
  const tried = shallowRef(false)
  /** What was refused, by what had been typed: another e-mail may be free. */
  const refusedEmail = shallowRef<string>()

  const code = computed(() => (failure.value instanceof Fault ? failure.value.code : undefined))
  const nameError = computed(() => {
    const length = name.value.trim().length
    const isWrong = tried.value && (length === 0 || length > 200 || code.value === 'BAD_TEXT')
    return isWrong ? t('people.noName') : undefined
  })
  const emailError = computed(() => {
    if (tried.value && !/^\S+@\S+\.\S+$/.test(email.value.trim())) return t('people.noEmail')
    if (refusedEmail.value === undefined || refusedEmail.value !== email.value) return undefined
    return code.value === 'ALREADY_EXISTS' ? t('people.taken') : t('people.noEmail')
  })
  /** What belongs to no field. */
  const otherError = computed(() => {
    if (!failure.value || ['ALREADY_EXISTS', 'BAD_EMAIL', 'BAD_TEXT'].includes(code.value ?? ''))
      return undefined
    return failureText(failure.value)
  })

  /** What was answered; undefined when something is wrong, which then stands at its field. */
  async function submit<T>(
    work: (typed: { name: string; email: string }) => Promise<T>,
  ): Promise<T | undefined> {
    tried.value = true
    refusedEmail.value = undefined
    if (name.value.trim() === '' || emailError.value) return undefined
    const typed = { name: name.value, email: email.value }
    const answer = await send(() => work(typed))
    if (code.value === 'ALREADY_EXISTS' || code.value === 'BAD_EMAIL')
      refusedEmail.value = typed.email
    return answer
  }

  return { name, email, nameError, emailError, otherError, sending, submit }
}
