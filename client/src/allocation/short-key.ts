import type { Basis, Key } from '@andel/schema/allocation'
import type { TextKey, TextValues } from '../text/useText.ts'

/** What a key in short words is written with. */
export interface KeyVoice {
  t(key: TextKey, values?: TextValues): string
  date(on: string): string
  percent(percent: string): string
}

/** A key in a few words: what weighs, and how shares are rounded. */
export function shortKey({ bases, rounding }: Key, voice: KeyVoice): string {
  const [only] = bases
  const what =
    bases.length === 1 && only
      ? shortBasis(only, voice)
      : bases
          .map((basis) => `${voice.percent(String(basis.percent))} ${shortBasis(basis, voice)}`)
          .join(', ')
  const { shareStep, amountStep } = rounding
  const parts = [
    what,
    shareStep !== 'NONE' && voice.t(`key.short.share${shareStep}`),
    amountStep !== 'ORE' && voice.t(`key.short.amount${amountStep}`),
  ]
  return parts.filter(Boolean).join('; ')
}

function shortBasis(basis: Basis, { t, date }: KeyVoice): string {
  switch (basis.kind) {
    case 'POPULATION':
      return t('key.short.POPULATION', { date: date(basis.on) })
    case 'EQUAL':
      return t('key.short.EQUAL')
    case 'FIXED':
      return t('key.short.FIXED')
    case 'USE':
      return t('key.short.USE', { statistic: basis.statistic, period: basis.period })
  }
}
