import { createHash } from 'node:crypto'
import { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import { type Cell, type SheetCells, valueOf } from '../file/cell.ts'
import { addressOf } from '../file/cell-address.ts'
import { readDelimitedText } from '../file/read-delimited-text.ts'
import { readWorkbookCells } from '../file/read-workbook-cells.ts'
import { whatIs } from '../file/what-is.ts'
import type { BudgetColumn } from './budget-column.ts'
import {
  type BudgetFileMappingInput,
  type BudgetFileProposal,
  FileCellProblem,
  type FileColumn,
  type FileRow,
  FileRowKind,
} from './budget-file-proposal.ts'
import { guessHeadings, guessMapping } from './guess-columns.ts'
import { moneyHabits } from './read-money.ts'
import { type ReadRow, readRows } from './read-rows.ts'

const most = { rows: 4000, columns: 100 }

/**
 * Reads a CSV or XLSX file as lines of a budget. Stores nothing.
 *
 * @param language - how numbers are read that are texts: all of them in a CSV file
 * @throws {Fault} what `readWorkbookCells` and `readDelimitedText` throw; `FILE_KIND`; `FILE_EMPTY`; `BAD_INPUT` for a
 *   mapping that does not fit; `FILE_TOO_LARGE` for more than 4000 rows or 100 columns
 */
export async function readBudgetFile(
  bytes: Uint8Array,
  mapping: BudgetFileMappingInput,
  language: Language,
): Promise<BudgetFileProposal> {
  const sheets = await readSheets(bytes)
  const sheet =
    mapping.sheet == null
      ? sheets.find(({ rows }) => rows.some((row) => row.length > 0))
      : sheets.find(({ name }) => name === mapping.sheet)
  if (!sheet)
    throw mapping.sheet == null
      ? new Fault('FILE_EMPTY')
      : new Fault('BAD_INPUT', { sheet: mapping.sheet })
  const { rows } = sheet
  if (rows.length > most.rows) throw new Fault('FILE_TOO_LARGE', { part: 'rows' })
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width > most.columns) throw new Fault('FILE_TOO_LARGE', { part: 'columns' })

  const headingRow = mapping.headingRow ?? guessHeadings(rows)
  if (headingRow < -1 || headingRow >= rows.length) throw new Fault('BAD_INPUT', { headingRow })
  const headings = Array.from({ length: width }, (_, column) => textOf(rows[headingRow]?.[column]))
  const meanings = mapping.columns ? meaningsOf(mapping.columns, width) : guessMapping(headings)
  const money = moneyHabits(rows, headingRow, meanings)
  const read = readRows(rows, headingRow, { mapping: meanings, language, money })
  return {
    sheets: sheets.map(({ name }) => name).filter((name) => name !== ''),
    sheet: sheet.name || null,
    headingRow,
    signature: createHash('sha256')
      .update(JSON.stringify(headings))
      .digest('base64url')
      .slice(0, 22),
    columns: headings.map((heading, column) =>
      columnOf(rows, headingRow, column, heading, meanings),
    ),
    rows: read.filter(({ fate }) => fate !== 'EMPTY').map((row) => rowOf(row, rows[row.index]!)),
  }
}

/** A text file is one sheet without a name. */
async function readSheets(bytes: Uint8Array): Promise<readonly SheetCells[]> {
  const kind = whatIs(bytes)
  if (kind === 'ZIP' || kind === 'OLE') return (await readWorkbookCells(bytes)).sheets
  if (kind === 'EMPTY') throw new Fault('FILE_EMPTY')
  if (kind !== 'TEXT') throw new Fault('FILE_KIND', { kind })
  const rows = readDelimitedText(bytes).rows.map((row) =>
    row.every((text) => text.trim() === '') ? [] : row,
  )
  return [{ name: '', rows }]
}

function meaningsOf(
  columns: NonNullable<BudgetFileMappingInput['columns']>,
  width: number,
): Map<number, BudgetColumn> {
  const mapping = new Map(columns.map(({ column, meaning }) => [column, meaning]))
  const isTwice = new Set(mapping.values()).size < columns.length
  const isOutside = columns.some(({ column }) => column < 0 || column >= width)
  if (isTwice || isOutside) throw new Fault('BAD_INPUT', { field: 'columns' })
  return mapping
}

function columnOf(
  rows: readonly (readonly Cell[])[],
  headingRow: number,
  column: number,
  heading: string,
  meanings: ReadonlyMap<number, BudgetColumn>,
): FileColumn {
  const values = rows.slice(headingRow + 1).map((row) => textOf(row[column]))
  return {
    column,
    letters: addressOf({ row: 0, column }).replace(/\d+$/, ''),
    heading,
    meaning: meanings.get(column) ?? null,
    samples: values.filter((text) => text !== '').slice(0, 3),
  }
}

function rowOf({ index, fate, fields, faults }: ReadRow, cells: readonly Cell[]): FileRow {
  return {
    row: index + 1,
    kind: FileRowKind[fate],
    description: String(fields['description'] ?? ''),
    fields: fate === 'LINE' ? fields : null,
    problems: faults.map(
      ({ column, fault }) => new FileCellProblem(fault, index, column, textOf(cells[column])),
    ),
  }
}

const textOf = (cell: Cell | undefined): string =>
  String(valueOf(cell) ?? '')
    .trim()
    .slice(0, 200)
