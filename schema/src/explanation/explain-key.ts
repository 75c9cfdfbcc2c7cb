import type { Key, MunicipalityCode } from '../allocation/key.ts'
import type { Language } from '../money/language.ts'
import { voiceOf, type Voice } from './voice.ts'

/** What an explanation of a key or an agreement quotes. */
export interface KeyProvenance {
  /** ISO 4217: 'SEK'. */
  readonly currency: string
  readonly names: Readonly<Record<MunicipalityCode, string>>
}

/** A key in words. */
export interface KeyInWords {
  /** What the amount goes by, a part of the key each: "50 % efter folkmängd". */
  readonly parts: readonly string[]
  /** How it rounds, in whole sentences. */
  readonly rounding: readonly string[]
}

/** A key in words, as the explanation of a share has them. */
export function explainKey(key: Key, provenance: KeyProvenance, language: Language): KeyInWords {
  const voice = voiceOf(language, provenance)
  const { words, percent } = voice
  const parts = key.bases.map(({ kind, percent: part }) =>
    words.part({ percent: percent(String(part)), basis: words.basisName[kind] }),
  )
  return { parts, rounding: keyRounding(key, voice) }
}

/** How a key rounds: shares, amounts, and who bears what is left. */
export function keyRounding({ rounding }: Key, { words, name, units }: Voice): string[] {
  const { shareStep, amountStep, residualRule, named } = rounding
  return [
    words.shareRounding(shareStep),
    words.amountRounding(units(amountStep)),
    words.residual(residualRule, named === undefined ? '' : name(named)),
  ]
}

/** Which agreement the distribution follows from, as the explanation of a share has it. */
export function explainAgreement(
  agreement: { readonly title: string; readonly decision: string; readonly validFrom: string },
  provenance: KeyProvenance,
  language: Language,
): string {
  const { words, date } = voiceOf(language, provenance)
  const { title, decision, validFrom } = agreement
  return words.agreement({ title, decision, date: date(validFrom) })
}

/** An ISO date as an explanation writes it: "31 december 2021". */
export function dateInWords(iso: string, language: Language): string {
  return voiceOf(language, { currency: 'SEK', names: {} }).date(iso)
}
