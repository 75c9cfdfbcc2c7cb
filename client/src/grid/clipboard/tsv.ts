import type { Block } from './block.ts'

const rowEnd = /\r\n|\r|\n/y // Excel and LibreOffice on Windows: CRLF; Sheets and Linux: LF; old Macs: CR
const bare = /[^\t\r\n]*/y
const quoted = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/y

/**
 * Reads cells as spreadsheets put them on the clipboard as plain text.
 *
 * - Excel and LibreOffice end the last row with a line break, Sheets does not: one break at the end begins
 *   no further row. A single empty cell of Excel is a line break alone.
 * - A cell with a line break or a tab is quoted, with its own quotes doubled (all three).
 * - A cell with quotes alone stays as it is (all three): `5" rör`, `"Rad 1"` and a lone quote are text.
 *   Only what needs its quotes loses them.
 */
export function readTsv(text: string): Block {
  const rows: string[][] = []
  let at = 0
  do {
    const row: string[] = []
    do {
      const [cell, end] = readCell(text, at)
      row.push(cell)
      at = end + 1 // past a tab
    } while (text[at - 1] === '\t')
    at -= 1
    rows.push(row)
    at += matchAt(rowEnd, text, at)?.[0].length ?? 0
  } while (at < text.length)
  return rows
}

function readCell(text: string, at: number): [cell: string, end: number] {
  const inQuotes = text[at] === '"' ? matchAt(quoted, text, at) : undefined
  const body = inQuotes?.[1] ?? ''
  if (inQuotes && /[\t\r\n"]/.test(body)) {
    return [body.replaceAll('""', '"').replace(/\r\n?/g, '\n'), at + inQuotes[0].length]
  }
  const plain = matchAt(bare, text, at)?.[0] ?? ''
  return [plain, at + plain.length]
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/**
 * Writes cells as Excel does: rows end with CRLF, the last one, too. Quoted is what Excel quotes; and a cell
 * that would be read back as quoted although it is not, which Excel itself gets wrong.
 */
export function writeTsv(rows: Block): string {
  return rows.map((row) => row.map(writeCell).join('\t') + '\r\n').join('')
}

function writeCell(text: string): string {
  const isMistakable = text.startsWith('"') && text.includes('"', 1)
  if (!/[\t\r\n]/.test(text) && !isMistakable) return text
  return `"${text.replaceAll('"', '""')}"`
}
