import { isPosition } from '@andel/schema/budget'
import type { Language } from '@andel/schema/money'
import type { CellPlace } from '../../grid/cell.ts'
import { isNewRow, type CellChange, type ChangeSet } from '../../grid/change.ts'
import { readInhabitants } from '../../population/read-inhabitants.ts'
import type { TypedField } from '../cells/read-field.ts'
import { columnCode } from '../columns/column-code.ts'
import { populationDate } from '../figures/default-key.ts'
import { populationRow } from '../saving/outbox.ts'
import { mayEdit } from '../rights/may-edit.ts'
import { emptyLine } from '../sheet/apply-edit.ts'
import type { Edit, LineFields } from '../sheet/edit.ts'
import type { Sheet, SheetLine } from '../sheet/sheet.ts'
import {
  readCell,
  reading,
  type CellReading,
  type SkipReason,
  type Unreadable,
} from './read-cell.ts'

/** A cell whose text cannot be taken. */
export interface UnreadableCell extends CellChange {
  readonly why: Unreadable
}

/** A cell that keeps what it has. */
export interface SkippedCell {
  readonly place: CellPlace
  readonly why: SkipReason
}

/** What a set of changes means for the sheet. */
export interface ReadChanges {
  /** Population figures among them have no source yet. */
  readonly edits: readonly Edit[]
  /** The cells that are set, by the ids of this screen. */
  readonly read: readonly CellPlace[]
  readonly unreadable: readonly UnreadableCell[]
  readonly skipped: readonly SkippedCell[]
  /** Typed amounts that give way, as their lines get a monthly cost. */
  readonly displaced: readonly CellPlace[]
  /** Lines that are added at the end. */
  readonly added: readonly string[]
}

interface ReadOptions {
  readonly sheet: Sheet
  readonly language: Language
  /** An id for each line that the set needs below the last one. */
  readonly newIds: readonly string[]
}

/**
 * Reads the texts of a set of changes as if each were typed in its cell: by the language of the screen, lists
 * by the words that they show. What cannot be read is told, and left out of the edits.
 */
export function readChanges(set: ChangeSet, { sheet, language, newIds }: ReadOptions): ReadChanges {
  const lines = new Map(sheet.lines.map((line) => [line.id, line]))
  const fixed = set.skipped.map((place) => ({
    place,
    why: mayEdit(sheet, place) ? ('fixed' as const) : ('notTheirs' as const),
  }))
  const all: Part[] = [{ ...nothing, skipped: fixed }]
  for (const [row, changes] of Map.groupBy(set.changes, ({ place }) => place.row)) {
    const line = lines.get(row)
    if (row === populationRow) all.push(readPopulations(changes, sheet, language))
    else if (line) all.push(readLine(line, changes, sheet, language))
    else if (isNewRow(row)) {
      const id = newIds[Number(row.slice(row.lastIndexOf(' ') + 1))]
      if (id !== undefined) all.push(readNewLine(id, changes, sheet, language))
    }
  }
  return {
    edits: all.flatMap(({ edits }) => edits),
    read: all.flatMap(({ read }) => read),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    skipped: all.flatMap(({ skipped }) => skipped),
    displaced: all.flatMap(({ displaced }) => displaced),
    added: all.flatMap(({ added }) => added),
  }
}

/** The cells that a set of changes gives another value, line by line. */
export function changedPlaces({ read, displaced }: ReadChanges): readonly CellPlace[] {
  return [...Map.groupBy([...read, ...displaced], ({ row }) => row).values()].flat()
}

type Part = ReadChanges
const nothing: Part = {
  edits: [],
  read: [],
  unreadable: [],
  skipped: [],
  displaced: [],
  added: [],
}

function readLine(
  line: SheetLine,
  changes: readonly CellChange[],
  sheet: Sheet,
  language: Language,
): Part {
  const { fields, ...part } = readFields(line, changes, sheet, language)
  const isSet = Object.keys(fields).length > 0
  const givesWay = line.amount !== null && fields.amount === undefined
  return {
    ...part,
    edits: isSet ? [{ kind: 'setLine', lineId: line.id, fields }] : [],
    displaced:
      givesWay && isPosition({ ...line, ...fields }) ? [{ row: line.id, column: 'amount' }] : [],
  }
}

/** A line is added for a row with something in it that can be read; it has the key and the section of the line above. */
function readNewLine(
  lineId: string,
  changes: readonly CellChange[],
  sheet: Sheet,
  language: Language,
): Part {
  if (changes.every(({ text }) => text.trim() === '')) return nothing
  const own = changes.map((change) => ({ ...change, place: { ...change.place, row: lineId } }))
  const above = sheet.lines.at(-1)
  const keyId = above?.keyId ?? sheet.defaultKeyId
  const like = { keyId, ...(above?.section && { section: above.section }) }
  const { fields, ...part } = readFields(
    { ...emptyLine, ...like, id: lineId },
    own,
    sheet,
    language,
  )
  const isSaid = ({ place, text }: CellChange): boolean =>
    text.trim() !== '' && part.read.includes(place)
  if (!own.some(isSaid)) return { ...part, read: [] }
  const edit: Edit = { kind: 'addLine', lineId, afterLineId: null, fields: { ...like, ...fields } }
  return { ...part, edits: [edit], added: [lineId] }
}

/** The kind is read first, as it decides on the sign of the amount; the amount last: it may be calculated. */
function readFields(
  line: SheetLine,
  changes: readonly CellChange[],
  sheet: Sheet,
  language: Language,
): Part & { readonly fields: LineFields } {
  let fields: LineFields = {}
  const readings = new Map<CellChange, CellReading>()
  const order = ({ place: { column } }: CellChange): number =>
    column === 'kind' ? 0 : column === 'amount' ? 2 : 1
  for (const change of changes.toSorted((a, b) => order(a) - order(b))) {
    const field = change.place.column as TypedField
    const found = readCell(field, change.text, { ...line, ...fields }, sheet, language)
    if (found.kind === 'read') fields = { ...fields, ...found.fields }
    readings.set(change, found)
  }
  return { ...sorted(changes, (change) => readings.get(change)!), fields }
}

function readPopulations(changes: readonly CellChange[], sheet: Sheet, language: Language): Part {
  const on = populationDate(sheet)
  const edits: Edit[] = []
  const part = sorted(changes, ({ place, text }) => {
    const code = columnCode(place.column)
    if (on === undefined || code === undefined) return { kind: 'skipped', why: 'fixed' }
    if (text.trim() === '') return { kind: 'skipped', why: 'neverEmpty' }
    return reading((): CellReading => {
      const inhabitants = readInhabitants(text, language)
      const isNews = sheet.records[on]?.[code]?.inhabitants !== inhabitants
      if (isNews)
        edits.push({ kind: 'setPopulation', code, on, inhabitants, source: '', note: null })
      return { kind: 'read', fields: {} }
    })
  })
  return { ...part, edits }
}

/** Cells by what came of reading them, in their own order. */
function sorted(
  changes: readonly CellChange[],
  readingOf: (change: CellChange) => CellReading,
): Part {
  const read: CellPlace[] = []
  const unreadable: UnreadableCell[] = []
  const skipped: SkippedCell[] = []
  for (const change of changes) {
    const found = readingOf(change)
    if (found.kind === 'read') read.push(change.place)
    else if (found.kind === 'unreadable') unreadable.push({ ...change, why: found.why })
    else skipped.push({ place: change.place, why: found.why })
  }
  return { ...nothing, read, unreadable, skipped }
}
