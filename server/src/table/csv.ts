import { harmlessText, quotedCell } from '@andel/schema/csv'
import { type Column, ColumnKind, asText, isNumber } from './column.ts'
import type { Chunk, Table } from './table.ts'

type Cell = (value: unknown) => string

/** How CSV is written for somebody. */
interface Dialect {
  readonly mark: string
  readonly separator: string
  readonly cell: (column: Column) => Cell
}

/**
 * CSV as RFC 4180 has it: comma, decimal point, CRLF, UTF-8. Null is nothing at all, an empty text is `""`.
 */
export function csvForPrograms(table: Table): AsyncGenerator<Chunk> {
  const lone = table.columns.length === 1 // an empty line would be no row
  return csv(table, {
    mark: '',
    separator: ',',
    cell: () => (value) => {
      if (value === null || value === undefined) return lone ? '""' : ''
      return value === '' ? '""' : quotedCell(asText(value), ',')
    },
  })
}

/**
 * CSV that Excel with Swedish settings opens as it is: byte order mark, semicolon, decimal comma, CRLF. A text that Excel
 * would take for a formula has an apostrophe before it.
 */
export function csvForSwedishExcel(table: Table): AsyncGenerator<Chunk> {
  return csv(table, { mark: '\u{FEFF}', separator: ';', cell: ({ kind }) => swedishCell(kind) })
}

async function* csv({ columns, pages }: Table, dialect: Dialect): AsyncGenerator<Chunk> {
  const { mark, separator } = dialect
  const cells = columns.map((column) => dialect.cell(column))
  const line = (texts: readonly string[]): string => `${texts.join(separator)}\r\n`
  let text = mark + line(columns.map(({ name }) => quotedCell(name, separator)))
  for await (const rows of pages) {
    for (const row of rows) text += line(cells.map((cell, index) => cell(row[index])))
    yield text
    text = ''
  }
}

function swedishCell(kind: ColumnKind): Cell {
  if (isNumber(kind)) return (value) => asText(value).replace('.', ',')
  if (kind === ColumnKind.BOOLEAN) {
    return (value) => (value === true ? 'SANT' : value === false ? 'FALSKT' : '')
  }
  if (kind === ColumnKind.DATE_TIME) return (value) => asText(value).slice(0, 19).replace('T', ' ')
  return (value) => quotedCell(harmlessText(asText(value)), ';')
}
