import { Fault } from '@andel/schema/fault'
import { textValue } from './cell-value.ts'
import { type Heading, readHeading } from './row-headings.ts'
import { type StatisticsCell, type StatisticsTable, mostCells } from './statistics-table.ts'

type Row = readonly string[]

/** Where a file's columns are told of. */
interface Layout {
  readonly line: number
  readonly headings: readonly Heading[]
}

/** A title, and headings of several rows, may stand above the columns' own. */
const lastHeadingLine = 30

/**
 * Reads rows of values: a row for each municipality and date, or a column for each date, as PxWeb and people write
 * them. Columns are known by their headings, in Swedish or English.
 *
 * @throws {Fault} `NOT_POPULATION` when there is no column of regions or none of figures; `FILE_TOO_LARGE`
 */
export function readRows(rows: readonly Row[]): StatisticsTable {
  const layout = findLayout(rows)
  if (!layout) throw new Fault('NOT_POPULATION', { reason: 'NO_COLUMNS' })
  const { line, headings } = layout
  const lone = rows.filter((row) => filled(row).length === 1).map((row) => filled(row)[0]!)
  const above = rows.slice(0, line).flatMap(filled)
  const cells = cellsOf(rows, layout)
  const contents = new Set(cells.flatMap(({ content }) => content ?? []))
  return {
    format: 'ROWS',
    title: above[0],
    source: lone.flatMap((text) => /^(?:källa|source):?\s*(.+)/i.exec(text)?.[1] ?? [])[0],
    ids: above.flatMap((text) => text.match(/\bTAB\d+\b/g) ?? []),
    updated: undefined,
    words: [...above, ...contents],
    contents: new Map([...contents].map((name) => [name, name])),
    parts: headings.flatMap((heading) =>
      heading.role === 'part'
        ? [{ name: heading.name, labels: new Map<string, string>(), totalCode: undefined }]
        : [],
    ),
    cells,
  }
}

const filled = (row: Row): string[] => row.map((text) => text.trim()).filter((text) => text !== '')

/** The first row whose cells are headings of regions and figures. */
function findLayout(rows: readonly Row[]): Layout | undefined {
  for (let line = 0; line < Math.min(rows.length, lastHeadingLine); line += 1) {
    const headings = named(rows, line)
    const has = (...roles: readonly Heading['role'][]): boolean =>
      headings.some(({ role }) => roles.includes(role))
    if (has('value') && has('code', 'name'))
      return { line, headings: withContents(rows, line, headings) }
  }
  return undefined
}

/** Headings of a row. PxWeb's workbooks leave those of codes and names empty: then the values tell. */
function named(rows: readonly Row[], line: number): Heading[] {
  const headings = rows[line]!.map(readHeading)
  if (headings.some(({ role }) => role === 'code' || role === 'name')) return headings
  const sample = rows.slice(line + 1, line + 50).filter((row) => filled(row).length > 1)
  const holds = (column: number, pattern: RegExp): boolean => {
    const texts = sample.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '')
    return texts.length > 0 && texts.every((text) => pattern.test(text))
  }
  const open = headings.flatMap(({ role }, column) => (role === 'blank' ? [column] : []))
  const code = open.find((column) => holds(column, /^\d{2,4}(\s.*)?$/))
  const name = open.find((column) => column !== code && holds(column, /\p{L}/u))
  if (code !== undefined) headings[code] = { role: 'code' }
  if (name !== undefined) headings[name] = { role: 'name' }
  return headings.map((heading, column): Heading =>
    heading.role === 'blank' && holds(column, /\p{L}|\d/u) && (code ?? name) !== undefined
      ? { role: 'part', name: '' }
      : heading,
  )
}

/** What is counted may stand in the row above the times, over the first of them. */
function withContents(rows: readonly Row[], line: number, headings: readonly Heading[]): Heading[] {
  const above = rows[line - 1]
  if (!above || filled(above).length === 0) return [...headings]
  const first = headings.findIndex(({ role }) => role === 'value')
  if (!above.some((text, column) => column >= first && text.trim() !== '')) return [...headings]
  let content = ''
  return headings.map((heading, column) => {
    content = above[column]?.trim() || content
    return heading.role === 'value' && heading.content === undefined && content !== ''
      ? { ...heading, content }
      : heading
  })
}

function cellsOf(rows: readonly Row[], { line, headings }: Layout): StatisticsCell[] {
  const columnOf = (role: Heading['role']): number =>
    headings.findIndex((heading) => heading.role === role)
  const code = columnOf('code') >= 0 ? columnOf('code') : columnOf('name')
  const name = columnOf('code') >= 0 ? columnOf('name') : -1
  const time = columnOf('date') >= 0 ? columnOf('date') : columnOf('year')
  const content = columnOf('content')
  const parts = headings.flatMap(({ role }, column) => (role === 'part' ? [column] : []))
  const values = headings.flatMap((heading, column) =>
    heading.role === 'value' ? [{ column, ...heading }] : [],
  )
  const many = new Set(values.map((value) => value.content)).size > 1
  const cells: StatisticsCell[] = []
  let before: Row = []
  for (const [index, row] of rows.entries()) {
    if (index <= line || isNote(row)) continue
    // in PxWeb's workbooks a region stands but once above its parts
    const isContinued = parts.length > 0 && !row[code]?.trim()
    const at = (column: number): string | undefined => row[column]?.trim() || undefined
    const region = isContinued ? before : row
    for (const value of values) {
      cells.push({
        row: index + 1,
        region: { code: region[code]?.trim(), name: region[name]?.trim() || undefined },
        time: value.time ?? at(time),
        content: at(content) ?? (many || value.time !== undefined ? value.content : undefined),
        parts: parts.map((column) => at(column) ?? ''),
        value: textValue(row[value.column] ?? ''),
      })
    }
    if (!isContinued) before = row
    if (cells.length > mostCells)
      throw new Fault('FILE_TOO_LARGE', { part: 'cells', most: mostCells })
  }
  return cells
}

/** An empty row, or a lone text below the figures. A lone code is a row without figures, and told. */
function isNote(row: Row): boolean {
  const texts = filled(row)
  return texts.length === 0 || (texts.length === 1 && !/^\d{2,4}\b/.test(texts[0]!))
}
