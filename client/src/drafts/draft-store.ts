import { faultCodes } from '@andel/schema/fault'
import type { Draft, Drafts } from './draft.ts'

/** Keeps drafts in the browser, so that they outlive a reload. What is not of their form is passed over. */
export function draftStore(storage: Storage, place: string) {
  return {
    read(): Drafts {
      const entries = parsed(storage.getItem(place))
      return new Map(entries.filter((entry) => isEntry(entry)))
    },
    write(drafts: Drafts): void {
      if (drafts.size > 0) storage.setItem(place, JSON.stringify([...drafts]))
      else storage.removeItem(place)
    },
  }
}

/** Where drafts are kept in this browser, of all sheets. */
export function draftPlaces(storage: Storage): readonly string[] {
  return Object.keys(storage).filter((place) => place.startsWith('andel.drafts '))
}

function parsed(text: string | null): readonly unknown[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

function isEntry(entry: unknown): entry is [string, Draft] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false
  const draft = entry[1] as Readonly<Record<string, unknown>> | null
  if (draft === null || typeof draft !== 'object') return false
  const { kind, value, before, version, text, code, details } = draft
  if (kind === 'value') {
    return typeof value === 'string' && typeof before === 'string' && Number.isInteger(version)
  }
  const isCode = (faultCodes as readonly unknown[]).includes(code)
  return kind === 'unreadable' && typeof text === 'string' && isCode && typeof details === 'object'
}
