/** How a file of a statistics office is written. */
export type TableFormat = 'JSON_STAT' | 'PXWEB_JSON' | 'PX' | 'KOLADA' | 'ROWS'

/** A value that is no number: a sign for a missing one, none at all, or a text that cannot be read. */
export interface NoNumber {
  readonly why: 'MISSING' | 'NIL' | 'UNREADABLE'
  readonly text: string
}

export type CellValue = number | NoNumber

/** A figure as it stands in the file, with what it is of. */
export interface StatisticsCell {
  /** From 1: the line of a file of rows, the place of the value in any other. */
  readonly row: number
  readonly region: RegionText
  /** Code of the time, as written; undefined when the file has none. */
  readonly time: string | undefined
  /** Code of what is counted; undefined when the file counts one thing. */
  readonly content: string | undefined
  /** A code for each of the table's `parts`. */
  readonly parts: readonly string[]
  readonly value: CellValue
}

/** How a file names a region: by a code, a name, or both. */
export interface RegionText {
  readonly code: string | undefined
  readonly name: string | undefined
}

/** What divides the inhabitants further: age, sex, marital status. */
export interface PartDimension {
  readonly name: string
  /** The words for each code that has some. */
  readonly labels: ReadonlyMap<string, string>
  /** The code that the office says stands for all of them. */
  readonly totalCode: string | undefined
}

/** A table of any format, before anything is known of municipalities and dates. */
export interface StatisticsTable {
  readonly format: TableFormat
  readonly title: string | undefined
  readonly source: string | undefined
  /** Ids and names that the file gives the table, the best one first. */
  readonly ids: readonly string[]
  /** When the office renewed it, as written. */
  readonly updated: string | undefined
  /** What else tells what is counted and when: contents, reference period. */
  readonly words: readonly string[]
  /** What is counted, words by code; empty when the file counts one thing. */
  readonly contents: ReadonlyMap<string, string>
  readonly parts: readonly PartDimension[]
  readonly cells: readonly StatisticsCell[]
}

/** Most values of a table: as many as SCB gives at once. */
export const mostCells = 150_000
