import type { FaultCode, FaultDetails } from '@andel/schema/fault'
import type { BudgetEditInput } from '@andel/schema/operations'
import type { Edit } from '../sheet/edit.ts'
import type { LocalIds } from '../sheet/local-ids.ts'
import type { BasedOn } from './based-on.ts'

/** An edit on its way to the server. */
export interface Entry {
  readonly edit: Edit
  readonly based: BasedOn
  /** What was typed, by field, when it was typed in a cell. */
  readonly typed?: Readonly<Record<string, string>> | undefined
}

/** Edits that are sent together. Frozen: a retry sends the very same under the same key. */
export interface Batch {
  readonly mutationKey: string
  readonly entries: readonly Entry[]
  readonly inputs: readonly BudgetEditInput[]
}

/** Why something that was typed does not count. */
export type Objection =
  | { readonly kind: 'unreadable'; readonly code: FaultCode; readonly details: FaultDetails }
  | {
      readonly kind: 'refused'
      readonly code: string
      /** The server's sentences; without them, the sentence of the code. */
      readonly sentence?: { readonly sv: string; readonly en: string }
    }
  | {
      readonly kind: 'conflict'
      readonly currentVersion: number
      readonly current: unknown
      readonly by: string
      readonly at: string
    }

/**
 * Something typed or done that the server has not taken and the figures leave out. It is kept until it is
 * corrected or dropped.
 */
export interface Held {
  /** What it concerns, one held thing each: see `heldId`. */
  readonly id: string
  readonly objection: Objection
  /** As it was typed, when it was typed in a cell. */
  readonly text?: string | undefined
  /** What `keep mine` sends; nothing when it cannot even be read. */
  readonly entry?: Entry | undefined
}

/** Everything between the hands of whoever types and the server. Plain data, so that it can be stored. */
export interface Outbox {
  readonly ids: LocalIds
  readonly sending?: Batch | undefined
  readonly waiting: readonly Entry[]
  readonly held: readonly Held[]
}

export const emptyOutbox: Outbox = { ids: {}, waiting: [], held: [] }

/** The cell of a line's field, or of a participant's inhabitants. */
export function cellId(row: string, field: string): string {
  return `${row} ${field}`
}

/** The row of the participants' inhabitants. */
export const populationRow = 'population'

/** What a held edit concerns: the cell of its field where there is one. */
export function heldId(edit: Edit, field: string | undefined): string {
  switch (edit.kind) {
    case 'setLine':
      return cellId(edit.lineId, field ?? Object.keys(edit.fields)[0] ?? '')
    case 'setPopulation':
      return cellId(populationRow, edit.code)
    case 'addLine':
    case 'removeLine':
    case 'moveLine':
      return `${edit.kind} ${edit.lineId}`
    case 'setKey':
    case 'addKey':
    case 'removeKey':
      return `${edit.kind} ${edit.keyId}`
  }
}

/** Every edit that the server has not answered, in order: what the figures on screen count in. */
export function pendingEdits({ sending, waiting }: Outbox): readonly Edit[] {
  return [...(sending?.entries ?? []), ...waiting].map(({ edit }) => edit)
}

/** Whether something is kept that the server does not have. */
export function hasUnsaved({ sending, waiting, held }: Outbox): boolean {
  return sending !== undefined || waiting.length > 0 || held.length > 0
}
