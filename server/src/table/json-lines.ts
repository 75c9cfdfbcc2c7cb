import { type Column, ColumnKind, type Row, asText } from './column.ts'
import type { Chunk, Table } from './table.ts'

/** NDJSON: an object on each line, its members named as the columns. Money stays exact text, as in the API. */
export async function* jsonLines({ columns, pages }: Table): AsyncGenerator<Chunk> {
  const object = objectWriter(columns)
  for await (const rows of pages) {
    let text = ''
    for (const row of rows) text += `${object(row)}\n`
    yield text
  }
}

/** The same objects as one JSON list. */
export async function* jsonList({ columns, pages }: Table): AsyncGenerator<Chunk> {
  const object = objectWriter(columns)
  let before = '['
  for await (const rows of pages) {
    let text = ''
    for (const row of rows) {
      text += `${before}\n${object(row)}`
      before = ','
    }
    yield text
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

/** How a row is written: the names are, once. */
function objectWriter(columns: readonly Column[]): (row: Row) => string {
  const members = columns.map(({ name, kind }, index) => ({
    start: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    kind,
  }))
  return (row) => {
    let text = members.length === 0 ? '{' : ''
    for (const [index, { start, kind }] of members.entries())
      text += start + member(kind, row[index])
    return `${text}}`
  }
}

function member(kind: ColumnKind, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return JSON.stringify(kind === ColumnKind.JSON ? asText(value) : value)
}
