import type { FaultCode, FaultDetails } from '@andel/schema/fault'
import type { BudgetEditInput } from '@andel/schema/operations'
import type { Edit } from '../sheet/edit.ts'
import type { LocalIds } from '../sheet/local-ids.ts'
import type { SheetLine } from '../sheet/sheet.ts'
import type { BasedOn } from './based-on.ts'
import type { WayKind } from './step-kind.ts'

/** An edit on its way to the server. */
export interface Entry {
  readonly edit: Edit
  readonly based: BasedOn
  /** What was typed, by field, when it was typed in a cell. */
  readonly typed?: Readonly<Record<string, string>> | undefined
}

/** Edits that somebody made in one go: the server takes all of them or none. */
export interface Step {
  /** A UUID. It is also the mutation key, so that the server's log knows the step by it. */
  readonly id: string
  readonly kind: WayKind
  /** Why, for the server's log. */
  readonly reason?: string | undefined
  /** When it was made: ISO time. */
  readonly at?: string | undefined
  readonly entries: readonly Entry[]
  /**
   * Its beginning is stored already, and had to be: the rest names something that it added. The rest is sent
   * under a key of its own.
   */
  readonly begun?: boolean | undefined
  /** It has been sent before, from a tab that is closed since: it goes as it went then, in case it is stored. */
  readonly asSent?: Pick<Batch, 'mutationKey' | 'inputs'> | undefined
}

/** A step that is sent. Frozen: a retry sends the very same under the same key. */
export interface Batch {
  readonly mutationKey: string
  readonly step: Step
  /** Of the first entries; those behind them name something that has no id of the server's yet. */
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
      /** Name of who was first. */
      readonly by: string
      /** Global id of the same; null when it is no person. */
      readonly byId: string | null
      readonly at: string
    }
  | {
      /** The line is gone that it was about. */
      readonly kind: 'removed'
      readonly by: string
      readonly byId: string | null
      readonly at: string
      /** As it was, so that it can be brought back. */
      readonly line: SheetLine
    }
  /** It was left unsent in a tab that is closed, and whoever left it wants to look at it first. */
  | { readonly kind: 'left' }

/** One part of a step: which entry, from 0, and which of its fields (see `fieldNames`). */
export interface PartName {
  readonly entry: number
  readonly field: string
}

/** What the server says against one part of a step. */
export interface PartObjection extends PartName {
  readonly objection: Objection
}

/** A step of several parts that the server did not take. None of it is stored. */
export interface HeldStep extends Pick<Step, 'kind' | 'reason' | 'entries'> {
  /** Empty when it was refused as a whole. */
  readonly objections: readonly PartObjection[]
}

/**
 * Something typed or done that the server has not taken and the figures leave out. It is kept until it is
 * corrected or dropped.
 */
export interface Held {
  /** What it concerns, one held thing each: see `heldId`; or the step that is held as a whole. */
  readonly id: string
  readonly objection: Objection
  /** As it was typed, when it was typed in a cell. */
  readonly text?: string | undefined
  /** When it was typed or done: ISO time. */
  readonly at?: string | undefined
  /** What `keep mine` sends; nothing when it cannot even be read. */
  readonly entry?: Entry | undefined
  /** The step that it was sent in. */
  readonly step?: string | undefined
  /** All of the step, when it has several parts. */
  readonly whole?: HeldStep | undefined
}

/** Everything between the hands of whoever types and the server. Plain data, so that it can be stored. */
export interface Outbox {
  readonly ids: LocalIds
  readonly sending?: Batch | undefined
  readonly waiting: readonly Step[]
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
export function heldId(edit: Edit, field: string): string {
  switch (edit.kind) {
    case 'setLine':
      return cellId(edit.lineId, field)
    case 'setPopulation':
      return cellId(populationRow, edit.code)
    case 'addLine':
    case 'removeLine':
    case 'restoreLine':
    case 'moveLine':
      return `${edit.kind} ${edit.lineId}`
    case 'setKey':
    case 'addKey':
    case 'removeKey':
      return `${edit.kind} ${edit.keyId}`
  }
}

/** Every edit that the server has not answered, in order: what the figures on screen count in. */
export function pendingEdits(outbox: Outbox): readonly Edit[] {
  return unanswered(outbox).flatMap(({ entries }) => entries.map(({ edit }) => edit))
}

/** Every step that the server has not answered, in order. */
export function unanswered({ sending, waiting }: Outbox): readonly Step[] {
  return sending ? [sending.step, ...waiting] : waiting
}

/** Whether something is kept that the server does not have. */
export function hasUnsaved({ sending, waiting, held }: Outbox): boolean {
  return sending !== undefined || waiting.length > 0 || held.length > 0
}
