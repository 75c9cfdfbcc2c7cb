import { Fault } from '../fault.ts'
import type { Language } from './language.ts'
import { takeSuffix, type NumberUnit } from './number-unit.ts'

/** Why a typed text is no number; the `reason` detail of `BAD_NUMBER`. */
export const numberReasons = [
  'EMPTY', // nothing but blanks
  'NO_NUMBER', // other characters than a number has
  'GROUPS', // group marks in the wrong places, as in "1 23"
  'AMBIGUOUS', // can be read in two ways, as "1.234"; `readings` has both
  'UNIT', // a suffix that says another unit than the cell's
  'DECIMALS', // more decimals than the cell takes
  'TOO_LARGE',
] as const
export type NumberReason = (typeof numberReasons)[number]

export interface NumberHabits {
  readonly language: Language
  /** What the cell holds; left out, any suffix is understood. */
  readonly unit?: NumberUnit
}

const minuses = /^[-\u2212\u2011\u2013]\s*/ // hyphen, minus, non-breaking hyphen, en dash
const groupSpaces = /[ \u00a0\u202f\u2009]/g // space, no-break, narrow no-break, thin
const plain = /^(\d*)(?:[.,](\d+))?$/
const spaced = /^(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/
const pointed = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/
const commaed = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/
/** One mark and exactly three digits: a group mark to some, a decimal mark to others. */
const twoWays = { sv: /^([1-9]\d{0,2})\.(\d{3})$/, en: /^([1-9]\d{0,2}),(\d{3})$/ }

/**
 * Reads a number as people type and paste it, in Swedish and English habits.
 *
 * Group marks are spaces of any kind, in the right places; both comma and point are understood as the
 * decimal mark, and as group marks where nothing else is possible ("1.000,05"). Whatever can be read in
 * two ways is refused: "1.234" in Swedish, "1,234" in English. `tkr` and `mnkr` multiply, exactly.
 *
 * @returns an exact decimal: '-35.01', '12600'; no group marks, no zeros at either end
 * @throws {Fault} `BAD_NUMBER` with `text`, a `reason` of `numberReasons`, and both `readings` when ambiguous
 */
export function readNumber(text: string, { language, unit }: NumberHabits): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new Fault('BAD_NUMBER', { text, reason: 'EMPTY' })
  const negative = minuses.test(trimmed)
  const unsigned = trimmed.replace(negative ? minuses : /^\+/, '')
  const { digits, power } = takeSuffix(unsigned, unit)
  const body = digits.replace(groupSpaces, ' ')

  const ambiguous = twoWays[language].exec(body)
  if (ambiguous) {
    const [, head = '', tail = ''] = ambiguous
    const readings = [
      canonical(negative, head + tail, '', power),
      canonical(negative, head, tail, power),
    ]
    throw new Fault('BAD_NUMBER', { text, reason: 'AMBIGUOUS', readings })
  }
  const parts = [plain, spaced, pointed, commaed].map((form) => form.exec(body)).find(Boolean)
  if (!parts || body === '') {
    const reason = /^[\d ., ]*\d[\d ., ]*$/.test(body) ? 'GROUPS' : 'NO_NUMBER'
    throw new Fault('BAD_NUMBER', { text, reason })
  }
  const [, whole = '', fraction = ''] = parts
  if (/^0+[ .,]/.test(whole)) throw new Fault('BAD_NUMBER', { text, reason: 'GROUPS' })
  return canonical(negative, whole.replace(/\D/g, ''), fraction, power)
}

/** Moves the point `power` places to the right and drops what says nothing. */
function canonical(negative: boolean, whole: string, fraction: string, power: number): string {
  const digits = whole + fraction.padEnd(power, '0')
  const point = whole.length + power
  const head = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const tail = digits.slice(point).replace(/0+$/, '')
  const size = tail ? `${head}.${tail}` : head
  return negative && size !== '0' ? `-${size}` : size
}
