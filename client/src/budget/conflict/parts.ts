import { heldPlace } from '../held-words.ts'
import { holdStep } from '../saving/hold.ts'
import type { Held, PartName } from '../saving/outbox.ts'
import { serverId } from '../sheet/local-ids.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { only } from '../steps/only.ts'

/** Something that does not count, and can be decided by itself: a held cell, or one part of a step that is held. */
export interface HeldPart {
  readonly heldId: string
  /** Which part of the step; nothing when all that is held is this. */
  readonly part?: PartName | undefined
  /** As if it had been held alone. */
  readonly one: Held
}

/** What can be decided one by one in something held; nothing in a step that was refused as a whole. */
export function partsOf(held: Held): readonly HeldPart[] {
  const { id: heldId, whole, step = '', at } = held
  if (!whole) return [{ heldId, one: held }]
  return whole.objections.flatMap(({ entry: index, field, objection }) => {
    const entry = whole.entries[index]
    if (!entry) return []
    const entries = [only(entry, field)]
    const { kind } = whole
    const one = holdStep({ id: step, kind, at, entries }, [], objection)
    return [{ heldId, part: { entry: index, field }, one }]
  })
}

/** Whether there is a choice between what somebody wrote and what stands: the rest has to be corrected. */
export function isClash({ one }: HeldPart, sheet: Sheet): boolean {
  const { kind } = one.objection
  return kind === 'conflict' || kind === 'removed' || kind === 'left' || isOfGoneLine(one, sheet)
}

/** Whether it sets something in a line that has been removed. */
export function isOfGoneLine({ entry, objection }: Held, { lines }: Sheet): boolean {
  const edit = entry?.edit
  if (edit?.kind !== 'setLine' || objection.kind === 'unreadable') return false
  if (objection.kind === 'refused' && objection.code !== 'LINE_REMOVED') return false
  if (objection.kind === 'left' && serverId(edit.lineId, {}) === undefined) return false // a new one
  return !lines.some(({ id }) => id === edit.lineId)
}

const columns = [
  'section',
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'keyId',
  'moneySource',
  'kind',
  'note',
  'decision',
]

/** As they are met in the sheet, row by row; what stands in no cell comes last. */
export function inSheetOrder(parts: readonly HeldPart[], sheet: Sheet): readonly HeldPart[] {
  const rows = new Map(sheet.lines.map(({ id }, index) => [id, index + 1]))
  const rank = ({ one }: HeldPart): readonly [number, number, string] => {
    const place = heldPlace(one)
    if (!place) return [Infinity, 0, one.id]
    const row = place.row === 'population' ? 0 : (rows.get(place.row) ?? Infinity)
    const column = columns.indexOf(place.column)
    return [row, column < 0 ? columns.length : column, place.column]
  }
  return parts
    .map((part) => ({ part, at: rank(part) }))
    .toSorted(
      ({ at: a }, { at: b }) => compare(a[0], b[0]) || a[1] - b[1] || a[2].localeCompare(b[2]),
    )
    .map(({ part }) => part)
}

/** Infinity less itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
