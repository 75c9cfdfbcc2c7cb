import type { CellPlace } from '../../grid/cell.ts'
import { columnCode } from '../columns/column-code.ts'
import { populationRow } from '../saving/outbox.ts'
import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt } from '../steps/standing.ts'
import type { SheetVoice } from '../useVoice.ts'
import type { Change } from './change.ts'
import { isCellField, touchedPlaces } from './touched-places.ts'

/** What is said of a place: "belopp på rad 3"; nothing where it is in no cell of the sheet. */
export function placeWords(
  { row, column }: CellPlace,
  sheet: Sheet,
  voice: SheetVoice,
): string | undefined {
  const { t } = voice
  const code = columnCode(column)
  const name = code === undefined ? undefined : (sheet.names[code] ?? code)
  if (row === populationRow) return name && t('live.place.population', { name })
  const index = sheet.lines.findIndex(({ id }) => id === row)
  if (index < 0) return undefined
  const heading = name ?? (isCellField(column) && t(`live.column.${column}`))
  return heading ? t('live.place.cell', { column: heading, number: index + 1 }) : undefined
}

/**
 * What somebody did by some changes, in one sentence: "Kim ändrade belopp på rad 3", "Kim ändrade 12 celler".
 *
 * @param changes - of one person, at least one
 * @param sheet - as it now stands
 */
export function toldSentence(
  changes: readonly Change[],
  sheet: Sheet,
  ids: LocalIds,
  voice: SheetVoice,
): string {
  const { t, counted } = voice
  const name = changes[0]!.actor
  const lines = changes.filter(({ entity }) => entity === 'BudgetLine')
  const added = lines.filter(({ field }) => field === '+')
  const removed = lines.filter(({ field }) => field === '-')
  const isNew = new Set(added.map(({ entityId }) => entityId))
  const places = changes
    .filter(({ entityId, field }) => field !== 'place' && !isNew.has(entityId))
    .flatMap((change) => touchedPlaces(change, sheet, ids))
  const cells = [
    ...new Map(places.map((place) => [`${place.row} ${place.column}`, place])).values(),
  ]
  const isMove = lines.some(({ field }) => field === 'place')

  const parts = [
    added.length > 0 && addedWords(added, sheet, ids, voice),
    removed.length > 0 && removedWords(removed, voice),
    cells.length > 1 && counted('live.told.cells', cells.length),
    cells.length === 1 && t('live.told.cell', { place: placeWords(cells[0]!, sheet, voice) ?? '' }),
  ].filter((part) => part !== false)
  if (parts.length === 0) parts.push(t(isMove ? 'live.told.moved' : 'live.told.other'))
  return t('live.told.sentence', { name, what: parts.join(t('live.told.and')) })
}

function addedWords(
  added: readonly Change[],
  sheet: Sheet,
  ids: LocalIds,
  { counted, t }: SheetVoice,
): string {
  const [one, ...more] = added
  const line = one && lineAt(sheet, localId(one.entityId, ids))?.line
  if (!line || more.length > 0) return counted('live.told.linesAdded', added.length)
  const number = sheet.lines.indexOf(line) + 1
  return t('live.told.lineAdded', { number, line: line.description })
}

function removedWords(removed: readonly Change[], { counted, t }: SheetVoice): string {
  const [one, ...more] = removed
  const line = String((one?.before as { description?: string } | null)?.description ?? '')
  if (more.length > 0 || line === '') return counted('live.told.linesRemoved', removed.length)
  return t('live.told.lineRemoved', { line })
}
