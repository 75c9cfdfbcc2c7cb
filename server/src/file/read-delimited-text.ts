import { Fault } from '@andel/schema/fault'
import { CsvError, parse } from 'csv-parse/sync'
import { type Encoding, decodeText } from './decode-text.ts'
import { fileLimits } from './limits.ts'
import { Reading } from './reading.ts'

export type Delimiter = ';' | ',' | '\t'

export interface DelimitedText {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** As in the file, with its headings and empty rows; a row has as many values as it has, none of them trimmed. */
  readonly rows: readonly (readonly string[])[]
}

/**
 * Reads rows of values: CSV as programs and as Swedish Excel write it. The delimiter is found by counting.
 *
 * @throws {Fault} what `decodeText` throws; `FILE_TOO_LARGE` for too many values; `FILE_BROKEN` with `line` for a
 *   quotation mark in the wrong place
 */
export function readDelimitedText(bytes: Uint8Array): DelimitedText {
  const { text, encoding } = decodeText(bytes)
  const delimiter = delimiterOf(text)
  const reading = new Reading()
  const rows = parseRows(text, delimiter, (row) => {
    reading.countCells(Math.max(row.length, 1))
    if (row.length > fileLimits.columns) throw new Fault('FILE_TOO_LARGE', { part: 'columns' })
    return row
  })
  return { encoding, delimiter, rows }
}

function parseRows(
  text: string,
  delimiter: Delimiter,
  onRecord: (row: string[]) => string[],
): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
      on_record: (row: string[]) => onRecord(row),
    })
  } catch (error) {
    if (error instanceof CsvError)
      throw new Fault('FILE_BROKEN', { line: Number(error['lines'] ?? 0) })
    throw error
  }
}

/** The one that stands equally often in most of the first lines; a tab before a semicolon before a comma. */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scored = (['\t', ';', ','] as const).map((delimiter) => ({
    delimiter,
    score: agreement(lines.map((line) => line.split(delimiter).length - 1)),
  }))
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).delimiter
}

/** How many lines have the commonest count that is not 0. */
function agreement(counts: readonly number[]): number {
  const found = Map.groupBy(
    counts.filter((count) => count > 0),
    (count) => count,
  )
  return Math.max(0, ...[...found.values()].map(({ length }) => length))
}
