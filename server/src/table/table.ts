import type { Column, Row } from './column.ts'

/** A table on its way out: its columns, and its rows as they come. */
export interface Table {
  /** What it is called: the name of the file and of the worksheet. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly pages: AsyncIterable<readonly Row[]>
}

/** A part of a file. */
export type Chunk = string | Uint8Array
