import { Fault } from '@andel/schema/fault'
import { raw } from '@mikro-orm/core'

/** What limits nothing: left out, or null. */
export type Unsaid = null | undefined

/** `{ $gte, $lte }` of a range, each end counting; undefined when neither is said. */
export function within<T>(
  from: T | Unsaid,
  to: T | Unsaid,
): { $gte?: NonNullable<T>; $lte?: NonNullable<T> } | undefined {
  if (from == null && to == null) return undefined
  return { ...(from != null && { $gte: from }), ...(to != null && { $lte: to }) }
}

/** `{ $in }` of a list of values; undefined when no list is said. An empty list is met by nothing. */
export function oneOf<T>(values: readonly T[] | Unsaid): { $in: T[] } | undefined {
  return values == null ? undefined : { $in: [...values] }
}

/** A part of a hand-written statement: `(?, ?)` for two values, and what nothing equals for none. */
export function placeholders(values: readonly unknown[]): string {
  return values.length === 0 ? '(null)' : `(${values.map(() => '?').join(', ')})`
}

/** A condition written by hand. `{}` in the text stands for the table that it is about. */
export function written(condition: string, values: readonly unknown[]): object {
  const fragment = raw((alias: string) => condition.replaceAll('{}', alias), [...values])
  return { [fragment.key]: [] }
}

const longestLookedFor = 200

/** A text that is looked for. @throws {Fault} `BAD_INPUT` for more than 200 characters: databases refuse long patterns */
export function lookedFor(text: string): string {
  if (text.length > longestLookedFor) throw new Fault('BAD_INPUT', { most: longestLookedFor })
  return text
}

/** Letters of the languages of the Nordic countries beyond a to z, whose case SQLite does not know. */
const northern = ['Å', 'Ä', 'Ö', 'É', 'Ü', 'Æ', 'Ø']
const knownCapital = new RegExp(`[A-Z${northern.join('')}]`, 'g')

/** That a column holds a text, whatever the case of either, as far as Nordic letters go. @throws {Fault} as `lookedFor` */
export function columnHolds(column: string, text: string): object {
  const escaped = lookedFor(text).replace(/[\\%_]/g, '\\$&')
  // not by the database, which would lower another text than that of its columns by other rules
  const lower = escaped.replace(knownCapital, (letter) => letter.toLowerCase())
  const lowered = northern.reduce(
    (sql, letter) => `replace(${sql}, '${letter}', '${letter.toLowerCase()}')`,
    `lower({}.${column})`,
  )
  return written(`${lowered} like ? escape '\\'`, [`%${lower}%`])
}

/** Whether a name holds a text, whatever the case of either, as Swedish has it. No text is in every name. @throws {Fault} as `lookedFor` */
export function nameHolds(name: string, text: string | Unsaid): boolean {
  const lower = (value: string): string => value.toLocaleLowerCase('sv')
  return !text?.trim() || lower(name).includes(lower(lookedFor(text.trim())))
}

/** A where from conditions of which some are not said. */
export function said<T extends object>(conditions: T): { [K in keyof T]: Exclude<T[K], Unsaid> } {
  return Object.fromEntries(
    Object.entries(conditions).filter(([, condition]) => condition != null),
  ) as { [K in keyof T]: Exclude<T[K], Unsaid> }
}
