import type { Entry } from '../saving/outbox.ts'
import { onlyCells } from './standing.ts'

/** The part of an entry that one cell takes: see `fieldNames`. */
export function only(entry: Entry, part: string): Entry {
  const { edit } = entry
  if (edit.kind !== 'setLine') return entry
  return { ...entry, edit: { ...edit, fields: onlyCells(edit.fields, [part]) } }
}
