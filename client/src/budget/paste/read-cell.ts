import { isPosition, positionCost } from '@andel/schema/budget'
import { Fault, type FaultCode, type FaultDetails } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import { readField, type TypedField } from '../cells/read-field.ts'
import type { LineFields } from '../sheet/edit.ts'
import type { Sheet, SheetLine } from '../sheet/sheet.ts'
import { choiceNames, isChosen, readChoice } from './read-choice.ts'

/** Why a text cannot be taken into its cell. */
export type Unreadable =
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly details: FaultDetails }
  /** The cell has a list, and none of its words is this one. */
  | { readonly kind: 'choice'; readonly choices: readonly string[] }

/**
 * Why a cell keeps what it has: it cannot be typed in, is not theirs to change, follows from the rest of its line, or is
 * never empty.
 */
export type SkipReason = 'fixed' | 'notTheirs' | 'calculated' | 'neverEmpty'

/** What a text means in a cell. */
export type CellReading =
  | { readonly kind: 'read'; readonly fields: LineFields }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }
  | { readonly kind: 'skipped'; readonly why: SkipReason }

/** Reads a text for the cell of a line. A list takes its words in either language. */
export function readCell(
  field: TypedField,
  text: string,
  line: SheetLine,
  sheet: Sheet,
  language: Language,
): CellReading {
  if (field === 'amount' && isPosition(line)) {
    return text.trim() === ''
      ? { kind: 'read', fields: {} }
      : { kind: 'skipped', why: 'calculated' }
  }
  if (isChosen(field)) {
    if (text.trim() === '') return { kind: 'skipped', why: 'neverEmpty' }
    const value = readChoice(field, text, sheet)
    if (value !== undefined) return { kind: 'read', fields: { [field]: value } }
    const choices = choiceNames(field, sheet, language)
    return { kind: 'unreadable', why: { kind: 'choice', choices } }
  }
  return reading(() => {
    const fields = readField(field, inOneLine(field, text), line, language)
    positionCost(fields.workload ?? 0, fields.months ?? 0, 0) // refuses more than there can be
    return { kind: 'read', fields }
  })
}

/** A reading, or why there is none. */
export function reading<Value>(
  read: () => Value,
): Value | { readonly kind: 'unreadable'; readonly why: Unreadable } {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { code, details } = error
    return { kind: 'unreadable', why: { kind: 'fault', code, details } }
  }
}

/** A note alone has several lines. */
function inOneLine(field: TypedField, text: string): string {
  return field === 'note' ? text : text.replace(/\s*\n\s*/g, ' ')
}
