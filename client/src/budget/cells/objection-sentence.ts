import type { FaultCode, FaultDetails } from '@andel/schema/fault'
import { formulaReasons } from '@andel/schema/formula'
import { formatNumber, numberReasons, type Language } from '@andel/schema/money'
import type { TextKey, TextValues } from '../../text/useText.ts'
import type { Objection } from '../saving/outbox.ts'

/** What sentences are made with. */
export interface Voice {
  readonly language: Language
  t(key: TextKey, values?: TextValues): string
  moment(at: string): string
}

/** What the server calls whoever edits without having said who they are. */
const unnamed = 'local'

/** Why something that was typed does not count. */
export function objectionSentence(objection: Objection, voice: Voice): string {
  switch (objection.kind) {
    case 'unreadable':
      return faultSentence(objection.code, objection.details, voice)
    case 'refused':
      return objection.sentence?.[voice.language] ?? codeSentence(objection.code, voice)
    case 'conflict': {
      const by = objection.by === unnamed ? voice.t('budget.held.somebody') : objection.by
      return voice.t('budget.held.conflict', { by, at: voice.moment(objection.at) })
    }
  }
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

/** The server's codes are those of the closed list; one from a newer server has no sentence here. */
function codeSentence(code: string, voice: Voice): string {
  const key = `faults.${code as FaultCode}` as const
  const sentence = voice.t(key)
  return sentence === key ? code : sentence
}
