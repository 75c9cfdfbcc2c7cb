import { Offline, Refusal } from '../api/index.ts'
import { signIn } from '../text/sv/sign-in.ts'
import type { TextKey, TextValues } from '../text/useText.ts'

type Code = keyof typeof signIn.refused

/** Which field a refusal is about; undefined when it is about no single one. */
export type FormField = 'code' | 'name' | 'email' | 'current' | 'password'

const fields: Readonly<Record<string, FormField>> = {
  WRONG_CODE: 'code',
  WRONG_PASSWORD: 'current',
  BAD_NAME: 'name',
  BAD_EMAIL: 'email',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
  PASSWORD_COMMON: 'password',
  PASSWORD_PERSONAL: 'password',
}

/** What is said of a form that was not taken, and where. */
export interface Objection {
  readonly field: FormField | undefined
  readonly sentence: string
}

/** Words to say it with. */
interface Voice {
  t(key: TextKey, values?: TextValues): string
  counted(key: TextKey, n: number): string
}

/** Why a form was not taken, in words, and at which field that is said. */
export function objectionTo(failure: unknown, { t, counted }: Voice): Objection {
  if (failure instanceof Offline) return { field: undefined, sentence: t('failure.offline') }
  if (!(failure instanceof Refusal)) return { field: undefined, sentence: t('failure.unknown') }
  const { code, seconds } = failure
  if (!isKnown(code)) return { field: undefined, sentence: t('failure.unknown') }
  const key = `signIn.refused.${code}` as const
  const sentence = code === 'TOO_MANY_TRIES' ? counted(key, Math.ceil(seconds / 60)) : t(key)
  return { field: fields[code], sentence }
}

const isKnown = (code: string): code is Code => Object.hasOwn(signIn.refused, code)
