import { Fault } from '@andel/schema/fault'
import { jsonValue } from './cell-value.ts'
import { type DimensionRole, roleByName } from './cube.ts'
import { type LooseObject, asList, asObject, asText, asTexts } from './loose-json.ts'
import { type StatisticsCell, type StatisticsTable, mostCells } from './statistics-table.ts'

interface Column {
  readonly code: string
  readonly text: string
  readonly role: DimensionRole
}

/**
 * Reads the JSON of PxWeb's API 1: columns, and rows of a key and values. What the table is called stands in its
 * metadata, which not every answer has.
 *
 * @throws {Fault} `FILE_BROKEN`, `FILE_TOO_LARGE`; `NOT_POPULATION` without a region
 */
export function readPxwebJson(json: LooseObject): StatisticsTable {
  const columns = asList(json['columns']).map(columnOf)
  const keys = columns.filter(({ role }) => role !== 'content')
  const contents = columns.filter(({ role }) => role === 'content')
  const metadata = asObject(asList(json['metadata'])[0])
  const rows = asList(json['data']).map(asObject)
  if (contents.length === 0) throw new Fault('FILE_BROKEN', { part: 'columns' })
  if (rows.length * contents.length > mostCells)
    throw new Fault('FILE_TOO_LARGE', { part: 'cells', most: mostCells })
  return {
    format: 'PXWEB_JSON',
    title: asText(metadata['label']),
    source: asText(metadata['source']),
    ids: [],
    updated: asText(metadata['updated']),
    words: contents.map(({ text }) => text),
    contents: new Map(contents.map(({ code, text }) => [code, text])),
    parts: keys
      .filter(({ role }) => role === 'part')
      .map(({ text }) => ({ name: text, labels: new Map(), totalCode: undefined })),
    cells: cellsOf(rows, keys, contents),
  }
}

function columnOf(value: unknown): Column {
  const column = asObject(value)
  const code = asText(column['code']) ?? ''
  const text = asText(column['text']) ?? code
  const type = column['type']
  const role = type === 't' ? 'time' : type === 'c' ? 'content' : roleByName(code, text)
  return { code, text, role }
}

function cellsOf(
  rows: readonly LooseObject[],
  keys: readonly Column[],
  contents: readonly Column[],
): StatisticsCell[] {
  const region = keys.findIndex(({ role }) => role === 'region')
  const time = keys.findIndex(({ role }) => role === 'time')
  if (region < 0) throw new Fault('NOT_POPULATION', { reason: 'NO_REGION' })
  return rows.flatMap((row, index) => {
    const key = asTexts(row['key'])
    const values = asList(row['values'])
    if (key.length !== keys.length || values.length !== contents.length)
      throw new Fault('FILE_BROKEN', { line: index + 1 })
    return contents.map(({ code }, place): StatisticsCell => ({
      row: index + 1,
      region: { code: key[region], name: undefined },
      time: key[time],
      content: code,
      parts: key.filter((_, part) => keys[part]!.role === 'part'),
      value: jsonValue(values[place]),
    }))
  })
}
