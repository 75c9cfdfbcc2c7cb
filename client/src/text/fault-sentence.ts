import type { FaultCode, FaultDetails } from '@andel/schema/fault'
import { formulaReasons } from '@andel/schema/formula'
import { formatNumber, numberReasons } from '@andel/schema/money'
import type { Language } from './language.ts'
import type { TextKey, TextValues } from './useText.ts'

/** What sentences are made with. */
export interface Voice {
  readonly language: Language
  t(key: TextKey, values?: TextValues): string
  moment(at: string): string
}

/**
 * A fault of the arithmetic, in words; a number that cannot be read says how it could be, a formula where it
 * goes wrong.
 */
export function faultSentence(code: FaultCode, details: FaultDetails, voice: Voice): string {
  const { text, readings, places, found, position } = details
  const [first = '', second = ''] = Array.isArray(readings)
    ? readings.map((exact: string) => formatNumber(exact, voice))
    : []
  if (code === 'BAD_NUMBER') {
    const reason = numberReasons.find((known) => known === details['reason'])
    const typed = String(text ?? '').trim()
    const values = { text: typed, first, second, places: String(places ?? '') }
    if (reason) return voice.t(`budget.number.${reason}`, values)
  }
  if (code === 'BAD_FORMULA') {
    const reason = formulaReasons.find((known) => known === details['reason'])
    const values = { n: Number(position) + 1, found: String(found ?? ''), first, second }
    if (reason) return voice.t(`formula.wrong.${reason}`, values)
  }
  return voice.t(`faults.${code}`)
}
