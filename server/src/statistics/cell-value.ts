import { Fault } from '@andel/schema/fault'
import { readNumber } from '@andel/schema/money'
import type { CellValue } from './statistics-table.ts'

const nil = new Set(['-', '\u2013', '\u2212'])
const missing = /^(?:|\.+|:|x|c|n\/?a|null|saknas|uppgift saknas)$/i

/** A value as JSON has it: a number, a text that holds one, or nothing. */
export function jsonValue(value: unknown): CellValue {
  if (typeof value === 'number') return value
  if (value === null || value === undefined) return { why: 'MISSING', text: '' }
  if (typeof value === 'string') return textValue(value)
  return { why: 'UNREADABLE', text: typeof value }
}

/** "6,000" is six thousand to some and six to others: nobody shall have to find out which it became. */
const ambiguous = /[.,]\d{3}$/

/** A value as a text, with the signs that offices write where there is no figure. */
export function textValue(written: string): CellValue {
  const text = written.trim().replace(/^"(.*)"$/, '$1')
  if (nil.has(text)) return { why: 'NIL', text }
  if (missing.test(text)) return { why: 'MISSING', text }
  if (ambiguous.test(text)) return { why: 'UNREADABLE', text: text.slice(0, 80) }
  try {
    return Number(readNumber(text, { language: 'sv', unit: 'none' }))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { why: 'UNREADABLE', text: text.slice(0, 80) }
  }
}
