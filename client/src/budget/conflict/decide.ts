import type { Entry, Held, HeldStep, PartName } from '../saving/outbox.ts'
import { withoutCells } from '../steps/standing.ts'

/** What becomes of what somebody wrote: it is sent once more, or what stands is left as it is. */
export type Choice = 'mine' | 'theirs'

/** What is left to decide, and what can be sent now that the rest is decided. */
export interface Decision {
  readonly left: Held | undefined
  readonly send: readonly Entry[]
}

/**
 * Decides something that is held, or one part of it. A step goes once nothing in it is undecided: then without
 * the parts that gave way.
 */
export function decide(held: Held, choice: Choice, part?: PartName): Decision {
  const { whole, entry } = held
  if (!whole) return { left: undefined, send: choice === 'mine' && entry ? [entry] : [] }
  const decided = decideStep(whole, choice, part)
  const objection = decided.objections[0]?.objection
  if (!objection) return { left: undefined, send: decided.entries }
  return { left: { ...held, objection, whole: decided }, send: [] }
}

function decideStep(whole: HeldStep, choice: Choice, part: PartName | undefined): HeldStep {
  const concerned = part ? [part] : whole.objections
  const isConcerned = (other: PartName, among = concerned): boolean =>
    among.some(({ entry, field }) => entry === other.entry && field === other.field)
  const objections = whole.objections.filter((other) => !isConcerned(other))
  if (choice === 'mine') return { ...whole, objections }

  const kept = whole.entries.map((entry, index) => without(entry, fieldsOf(concerned, index)))
  const indexes = new Map<number, number>()
  for (const [index, entry] of kept.entries()) if (entry) indexes.set(index, indexes.size)
  return {
    ...whole,
    entries: kept.flatMap((entry) => entry ?? []),
    objections: objections.flatMap((one) => {
      const entry = indexes.get(one.entry)
      return entry === undefined ? [] : [{ ...one, entry }]
    }),
  }
}

function fieldsOf(parts: readonly PartName[], index: number): readonly string[] {
  return parts.filter(({ entry }) => entry === index).map(({ field }) => field)
}

/** An entry without some of its cells; nothing when none is left. */
function without(entry: Entry, cells: readonly string[]): Entry | undefined {
  if (cells.length === 0) return entry
  const { edit } = entry
  if (edit.kind !== 'setLine') return undefined
  const fields = withoutCells(edit.fields, cells)
  return Object.keys(fields).length > 0 ? { ...entry, edit: { ...edit, fields } } : undefined
}
