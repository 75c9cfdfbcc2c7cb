import type { FaultCode } from '../fault.ts'
import type { Language } from '../money/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** What is wrong, and what to do about it, for whoever typed it: the same words on screen and in the API. */
export const faultSentences: Readonly<Record<Language, Readonly<Record<FaultCode, string>>>> = {
  sv,
  en,
}
