import type { EditBudgetInput } from '@andel/schema/operations'
import type { Visitor } from '../visitor.ts'
import { type Chance, between } from './chance.ts'
import { readBudget, sendEdit } from './budget.ts'

/** What came of the edits that one editor sent. */
export interface Sent {
  /** Mutation keys of edits that were answered as stored. */
  readonly stored: Set<string>
  /** Those that were answered as refused: somebody else had been first. */
  readonly refused: Set<string>
  /** Edits that were not answered: stored or not, never half. By mutation key. */
  readonly doubtful: Map<string, EditBudgetInput>
  /** The shared amount that each edit was based on, by mutation key. */
  readonly seen: Map<string, string | null>
}

export interface EditorOptions {
  /** Through which servers; another one for each edit. */
  readonly offices: readonly Visitor[]
  readonly budgetId: string
  /** The line that nobody else writes. */
  readonly own: string
  /** The line whose amount everybody writes, each another one. */
  readonly shared: string
  readonly chance: Chance
  /** How often each edit is sent, the later ones after others have come in between. */
  readonly repeats?: (chance: Chance) => number
}

/** Makes a UUID that follows from the seed. */
export function uuidOf(chance: Chance): string {
  const digits = Array.from({ length: 32 }, () => between(chance, 0, 15).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * Edits as fast as it is answered, until told to stop or until nobody answers. Each edit writes the same mark in two fields of a
 * line of its own, and another amount in the line of all: half of it would show, and so would an amount that nobody had seen.
 */
export async function keepEditing(
  { offices, budgetId, own, shared, chance, repeats }: EditorOptions,
  sent: Sent,
  isOver: () => boolean,
): Promise<void> {
  const late: Promise<unknown>[] = []
  for (let turn = 0; !isOver(); turn++) {
    const office = offices[turn % offices.length]!
    const next = await nextEdit(office, { budgetId, own, shared, chance }).catch(() => undefined)
    if (!next) {
      if (offices.length === 1) break
      continue // another server may answer
    }
    const { input, seen } = next
    const key = input.clientMutationKey
    sent.seen.set(key, seen)
    for (let more = (repeats?.(chance) ?? 1) - 1; more > 0; more--) {
      const other = offices[between(chance, 0, offices.length - 1)]!
      const wait = between(chance, 0, 300)
      late.push(new Promise((go) => setTimeout(go, wait)).then(() => sendEdit(other, input)))
    }
    const answer = await sendEdit(office, input)
    if (!answer) sent.doubtful.set(key, input)
    else if (answer.applied) sent.stored.add(key)
    else sent.refused.add(key)
  }
  await Promise.all(late)
}

type Place = Pick<EditorOptions, 'budgetId' | 'own' | 'shared' | 'chance'>

async function nextEdit(
  office: Visitor,
  place: Place,
): Promise<{ input: EditBudgetInput; seen: string | null }> {
  const { lines } = await readBudget(office)
  const own = lines.find(({ id }) => id === place.own)!
  const shared = lines.find(({ id }) => id === place.shared)!
  const mark = uuidOf(place.chance)
  const amount = `${between(place.chance, 1, 9_999_999)}.${between(place.chance, 10, 99)}`
  const input: EditBudgetInput = {
    budgetId: place.budgetId,
    clientMutationKey: mark,
    edits: [
      { setLine: { lineId: own.id, version: own.version, fields: { note: mark, decision: mark } } },
      {
        setLine: {
          lineId: shared.id,
          version: shared.version,
          fields: { amount },
        },
      },
    ],
  }
  return { input, seen: shared.typedAmount }
}

export function nothingSent(): Sent {
  return { stored: new Set(), refused: new Set(), doubtful: new Map(), seen: new Map() }
}
