import type { FirstRows } from '../../api/index.ts'
import type { TableOutlineQuery } from '@andel/schema/operations'

/** What a table of the query would be, as the server says. */
export type Outline = TableOutlineQuery['tableOutline']

/** Something that GraphQL objects to. */
export interface AnswerError {
  readonly message: string
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

interface Measured {
  /** From the sending until all was read. */
  readonly milliseconds: number
  readonly bytes: number
  readonly errors: readonly AnswerError[]
}

/** The answer as GraphQL gives it. */
export interface JsonAnswer extends Measured {
  readonly text: string
}

/** The beginning of the answer as a table. */
export interface TableAnswer extends Measured, Pick<FirstRows, 'rows' | 'more'> {}

/** How an answer is looked at. */
export type AnswerView = 'table' | 'json'

/** Rows that a table shows. */
export const mostRows = 500

export const jsonType = 'application/json'
export const rowsType = 'application/x-ndjson'
