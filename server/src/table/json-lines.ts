import { type Column, ColumnKind, type Row, asText } from './column.ts'
import type { Chunk, Table } from './table.ts'

/** NDJSON: an object on each line, its members named as the columns. Money stays exact text, as in the API. */
export async function* jsonLines({ columns, pages }: Table): AsyncGenerator<Chunk> {
  for await (const rows of pages) {
    yield rows.map((row) => `${jsonObject(columns, row)}\n`).join('')
  }
}

/** The same objects as one JSON list. */
export async function* jsonList({ columns, pages }: Table): AsyncGenerator<Chunk> {
  let before = '['
  for await (const rows of pages) {
    let text = ''
    for (const row of rows) {
      text += `${before}\n${jsonObject(columns, row)}`
      before = ','
    }
    yield text
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function jsonObject(columns: readonly Column[], row: Row): string {
  return JSON.stringify(
    Object.fromEntries(columns.map(({ name, kind }, index) => [name, member(kind, row[index])])),
  )
}

function member(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  return kind === ColumnKind.JSON ? asText(value) : value
}
