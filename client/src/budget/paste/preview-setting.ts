import type { ChangeSet } from '../../grid/change.ts'
import type { ReadChanges } from './read-changes.ts'

/** When several cells that change at once are shown first: whenever, above one cell, or above twenty. */
export const previewSettings = ['always', 'overOne', 'overTwenty'] as const
export type PreviewSetting = (typeof previewSettings)[number]

const place = 'andel.preview'
const most: Readonly<Record<PreviewSetting, number>> = { always: 0, overOne: 1, overTwenty: 20 }

/** What is chosen in this browser. */
export function storedSetting(): PreviewSetting {
  const stored = localStorage.getItem(place)
  return previewSettings.find((one) => one === stored) ?? 'overOne'
}

export function storeSetting(setting: PreviewSetting): void {
  localStorage.setItem(place, setting)
}

/**
 * Whether a set of changes is shown before it is made. Always when something of it cannot be read, when lines
 * are to be added, a source is needed or something has no room; when something pasted, moved or replaced is
 * skipped or displaces what is typed elsewhere; and when it is put into rows that are sorted or filtered, or have folded ones among them. Emptying, filling and Ctrl+Enter put in
 * what is already on screen: they are shown first only where everything shall be.
 */
export function needsPreview(
  { kind, changes, arranged, passesFolded, lost }: ChangeSet,
  { edits, unreadable, skipped, displaced, added }: ReadChanges,
  setting: PreviewSetting,
): boolean {
  if (unreadable.length > 0 || added.length > 0) return true
  if (edits.some((edit) => edit.kind === 'setPopulation')) return true
  if (kind === 'clear' || kind === 'enter') return false
  if (lost && lost.rows + lost.columns > 0) return true
  if ((arranged !== undefined || passesFolded) && changes.length > 1) return true
  if (kind === 'fill') return setting === 'always'
  return skipped.length + displaced.length > 0 || changes.length > most[setting]
}
