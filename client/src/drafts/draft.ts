import type { FaultCode, FaultDetails } from '@andel/schema/fault'
import type { CellPlace } from '../grid/cell.ts'

/** What somebody has put in a cell that is not stored yet. */
export type Draft = ValueDraft | UnreadableDraft

export interface ValueDraft {
  readonly kind: 'value'
  /** Exact, as the API has it: "5210", "2022-01-01"; "" is an empty cell. */
  readonly value: string
  /** What was stored when it was put there, and the version of that. */
  readonly before: string
  readonly version: number
}

/** A text that cannot be read stays in its cell until somebody puts it right. */
export interface UnreadableDraft {
  readonly kind: 'unreadable'
  readonly text: string
  readonly code: FaultCode
  readonly details: FaultDetails
}

/** By `draftKey` of their cells, in the order in which they were made. */
export type Drafts = ReadonlyMap<string, Draft>

export function draftKey({ row, column }: CellPlace): string {
  return `${row}\n${column}`
}

export function draftPlace(key: string): CellPlace {
  const [row = '', column = ''] = key.split('\n')
  return { row, column }
}
