import type { Fault } from '@andel/schema/fault'
import type { Language } from './budget/language.ts'

export function faultSentence(fault: Fault, _language: Language): string {
  return fault.message
}
