import type { Language } from '../money/language.ts'
import { voiceOf } from './voice.ts'

/** A participant's part of one line. */
export interface LinePart {
  readonly description: string
  /** Signed öre. */
  readonly share: number
}

/** Why a participant bears what it bears of a whole budget: the sum of its shares, a line for each. */
export function explainTotal(
  name: string,
  total: number,
  parts: readonly LinePart[],
  currency: string,
  language: Language,
): string {
  const { words, money, number } = voiceOf(language, { currency, names: {} })
  const lineName = (description: string) => {
    const name = words.line({ description })
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
  return [
    words.total({ name, total: money(total), count: number(parts.length) }),
    ...parts.map(({ description, share }) => `${lineName(description)}: ${money(share)}`),
  ].join('\n')
}
