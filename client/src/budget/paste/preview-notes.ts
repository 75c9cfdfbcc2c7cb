import type { CellPlace } from '../../grid/cell.ts'
import type { ChangeSet } from '../../grid/change.ts'
import type { SheetVoice } from '../useVoice.ts'
import { placeWords, type NamingViews } from './place-words.ts'
import type { ReadChanges } from './read-changes.ts'
import type { SkipReason } from './read-cell.ts'

/** Something that whoever confirms should know. */
export interface PreviewNote {
  readonly text: string
  /** Some of the cells that it is about. */
  readonly where: string
}

const reasons = [
  'fixed',
  'notTheirs',
  'calculated',
  'neverEmpty',
] as const satisfies readonly SkipReason[]
const named = 3

/** What is displaced or skipped, what has no room, and that rows are sorted or filtered. */
export function previewNotes(
  { arranged, passesFolded, lost }: ChangeSet,
  { skipped, displaced }: ReadChanges,
  views: NamingViews,
  voice: SheetVoice,
): readonly PreviewNote[] {
  const { t, counted } = voice
  const notes: PreviewNote[] = []
  if (arranged) notes.push({ text: t(`paste.arranged.${keys[arranged]}`), where: '' })
  if (passesFolded) notes.push({ text: t('paste.passesFolded'), where: '' })
  if (lost?.rows) notes.push({ text: counted('paste.lostRows', lost.rows), where: '' })
  if (lost?.columns) notes.push({ text: counted('paste.lostColumns', lost.columns), where: '' })
  if (displaced.length > 0) {
    const text = counted('paste.displaced', displaced.length)
    notes.push({ text, where: whereabouts(displaced, views, voice) })
  }
  for (const reason of reasons) {
    const cells = skipped.filter(({ why }) => why === reason)
    if (cells.length === 0) continue
    const text = counted(`paste.skipped.${reason}`, cells.length)
    notes.push({
      text,
      where: whereabouts(
        cells.map(({ place }) => place),
        views,
        voice,
      ),
    })
  }
  return notes
}

const keys = { filtered: 'filtered', sorted: 'sorted', 'filtered and sorted': 'both' } as const

function whereabouts(cells: readonly CellPlace[], views: NamingViews, voice: SheetVoice): string {
  const first = cells.slice(0, named).map((place) => placeWords(place, views, voice).cell)
  return [...first, ...(cells.length > named ? ['…'] : [])].join('; ')
}
