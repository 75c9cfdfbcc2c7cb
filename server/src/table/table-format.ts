import type { IncomingMessage } from 'node:http'
import { BadRequest } from '../http/bad-request.ts'
import { csvForPrograms, csvForSwedishExcel } from './csv.ts'
import { jsonLines, jsonList } from './json-lines.ts'
import type { Chunk, Table } from './table.ts'
import { workbook } from './xlsx/workbook.ts'

/** How a table is sent. */
export interface TableFormat {
  /** Also the end of the file's name. */
  readonly extension: 'csv' | 'xlsx' | 'ndjson' | 'json'
  readonly mediaType: string
  readonly write: (table: Table) => AsyncGenerator<Chunk>
  /** Whether what goes wrong on the way can be told in a last line. */
  readonly tellsErrors?: boolean
}

const forPrograms: TableFormat = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  write: csvForPrograms,
}
const forSwedishExcel: TableFormat = { ...forPrograms, write: csvForSwedishExcel }

const formats: Readonly<Record<TableFormat['extension'], TableFormat>> = {
  csv: forPrograms,
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbook,
  },
  ndjson: {
    extension: 'ndjson',
    mediaType: 'application/x-ndjson; charset=utf-8',
    write: jsonLines,
    tellsErrors: true,
  },
  json: { extension: 'json', mediaType: 'application/json; charset=utf-8', write: jsonList },
}

/**
 * The format of a file with this extension; undefined when there is none.
 *
 * @param excel - `sv` for CSV as Swedish Excel opens it
 * @throws {BadRequest} when `excel` is anything else
 */
export function formatByExtension(extension: string, excel?: unknown): TableFormat | undefined {
  if (excel !== undefined && excel !== 'sv') throw new BadRequest(unknownExcel)
  if (!Object.hasOwn(formats, extension)) return undefined
  const format = formats[extension as TableFormat['extension']]
  return format === forPrograms && excel === 'sv' ? forSwedishExcel : format
}

const unknownExcel = {
  sv: 'Parametern excel kan bara vara sv.',
  en: 'The parameter excel can only be sv.',
}

const tables: Readonly<Record<string, 'csv' | 'xlsx' | 'ndjson'>> = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/x-ndjson': 'ndjson',
}
const notTables = /^(application\/(\*|json|graphql-response\+json)|\*\/\*)$/

/**
 * The table that `Accept` would rather have than the JSON of GraphQL; undefined when it wants none.
 *
 * @param excel - from the address; a parameter of the media type says the same
 */
export function acceptedFormat(
  { headers }: Pick<IncomingMessage, 'headers'>,
  excel: unknown,
): TableFormat | undefined {
  const ranges = (headers.accept ?? '').toLowerCase().split(',').map(readRange)
  const known = ranges.filter(
    ({ type, quality }) => quality > 0 && (type in tables || notTables.test(type)),
  )
  const best = known.toSorted((a, b) => b.quality - a.quality)[0]
  const extension = best && tables[best.type]
  return extension && formatByExtension(extension, excel ?? best.parameters.get('excel'))
}

function readRange(range: string) {
  const [type = '', ...rest] = range.split(';').map((part) => part.trim())
  const parameters = new Map(
    rest.map((part) => part.split('=').map((side) => side.trim()) as [string, string]),
  )
  return { type, parameters, quality: Number(parameters.get('q') ?? 1) }
}
