import { type Column, ColumnKind, type Row, asText } from '../column.ts'
import type { Chunk, Table } from '../table.ts'
import { TableFault } from '../table-fault.ts'
import { cellWriter, style, textCell } from './cell.ts'
import { parts, sheetEnd, sheetHead } from './parts.ts'
import { zip } from './zip.ts'

const mostRows = 1_048_576
const width = { least: 9, most: 60 }

/** A workbook with one sheet, written while its rows come. */
export async function* workbook(table: Table): AsyncGenerator<Chunk> {
  const small = Object.entries(parts(table.name)).map(([name, text]) => ({ name, text: [text] }))
  yield* zip([...small, { name: 'xl/worksheets/sheet1.xml', text: sheet(table) }])
}

async function* sheet({ columns, pages }: Table): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index))
  const writers = columns.map(cellWriter)
  const heading = columns.map(({ name }, index) =>
    textCell(name, `${letters[index]}1`, style.head, name),
  )
  let number = 1
  let text = ''
  for await (const rows of pages) {
    if (number === 1) {
      text = `${sheetHead(widthsOf(columns, rows))}<row r="1">${heading.join('')}</row>`
    }
    for (const row of rows) {
      number += 1
      if (number > mostRows) throw new TableFault('TOO_MANY_ROWS', { most: mostRows - 1 })
      const cells = writers.map((write, index) => write(row[index], `${letters[index]}${number}`))
      text += `<row r="${number}">${cells.join('')}</row>`
    }
    yield text
    text = ''
  }
  yield sheetEnd
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** What the heading and the first rows need, within bounds. */
function widthsOf(columns: readonly Column[], rows: readonly Row[]): number[] {
  return columns.map(({ name, kind }, index) => {
    const texts = rows.slice(0, 200).map((row) => asText(row[index]))
    const longest = Math.max(
      name.length + 1,
      kind === ColumnKind.DATE_TIME ? 19 : 0,
      ...texts.map((text) => (kind === ColumnKind.DATE_TIME ? 0 : text.length * 1.1)),
    )
    return Math.min(width.most, Math.max(width.least, Math.ceil(longest) + 1))
  })
}
