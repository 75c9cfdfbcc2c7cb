import type { Unknown } from '@andel/schema/budget'
import type { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import { kronorText, monthsText, postsText } from '../cells/number-text.ts'
import { faultSentence } from '../../text/fault-sentence.ts'
import type { SheetVoice } from '../useVoice.ts'
import type { Answer } from './useSolve.ts'

/** A value of what is looked for, with its unit: `6,5 månader`, `55 000 kr per månad`. */
export function valueWords(unknown: Unknown, value: number, { t, language }: SheetVoice): string {
  switch (unknown) {
    case 'months':
      return t(value === 10 ? 'solve.value.month' : 'solve.value.months', {
        value: monthsText(value, language),
      })
    case 'workload':
      return t(value === 100 ? 'solve.value.post' : 'solve.value.workload', {
        value: postsText(value, language),
      })
    case 'monthlyCost':
    case 'amount':
      return t(`solve.value.${unknown}`, { value: exactKronor(value, language) })
  }
}

/** What an answer gives, and how far that is from what is wanted. */
export function givesWords({ which, figure, difference }: Answer, voice: SheetVoice): string {
  return voice.t(`solve.${which}`, {
    amount: exactKronor(figure, voice.language),
    difference: exactKronor(difference, voice.language),
  })
}

/** Kronor, with öre where there are any. */
export function exactKronor(ore: number, language: Language): string {
  return kronorText(ore, language, ore % 100 !== 0)
}

/** Why there is no answer. */
export function unsolvedSentence({ code, details }: Fault, voice: SheetVoice): string {
  const { reason } = details
  return code === 'CANNOT_SOLVE' && (reason === 'NO_EFFECT' || reason === 'WRONG_SIGN')
    ? voice.t(`solve.wrong.${reason}`)
    : faultSentence(code, details, voice)
}
