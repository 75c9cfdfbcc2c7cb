import { addressOf } from '../file/cell-address.ts'
import { type Cell, type SheetCells, valueOf } from '../file/cell.ts'

/** A sheet of a workbook that was exported here: where its columns are now, and its rows by what they are. */
export interface KnownSheet {
  readonly name: string
  /** Column in this file by column at the export; none when it has been taken away. */
  readonly columns: ReadonlyMap<number, number>
  /** In the order of the file. */
  readonly rows: readonly KnownRow[]
}

export interface KnownRow {
  /** From 0. */
  readonly index: number
  /** What the id column says; '' for nothing. */
  readonly id: string
  /** The same for the same row in every version of the sheet, wherever it stands. */
  readonly key: string
  /** By column at the export. */
  cell(column: number): Cell
  /** "C7": where it stands in this file. */
  address(column: number): string
}

/** How rows and columns of a sheet are found again. */
export interface SheetHabits {
  /** Row of headings at the export, from 0. */
  readonly headings: number
  /** What tells a row from others, by its cells at the export; '' for a row that has nothing. */
  idOf(cell: (column: number) => Cell): string
}

/** The sheet as it was exported. */
export function exportedSheet(sheet: SheetCells, habits: SheetHabits): KnownSheet {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  const columns = new Map(Array.from({ length: width }, (_, column) => [column, column]))
  return { name: sheet.name, columns, rows: knownRows(sheet, columns, habits) }
}

/** The same sheet of a file that may have been edited: rows sorted and inserted, columns moved. */
export function editedSheet(
  sheet: SheetCells,
  exported: SheetCells,
  habits: SheetHabits,
): KnownSheet {
  const columns = findColumns(sheet, exported, habits)
  return { name: sheet.name, columns, rows: knownRows(sheet, columns, habits) }
}

function knownRows(
  sheet: SheetCells,
  columns: ReadonlyMap<number, number>,
  { idOf }: SheetHabits,
): KnownRow[] {
  const rows = sheet.rows.map((cells, index) => {
    const cell = (column: number): Cell => cells[columns.get(column) ?? -1] ?? null
    const address = (column: number): string =>
      addressOf({ row: index, column: columns.get(column) ?? column })
    return { index, id: idOf(cell), cell, address }
  })
  const first = rows.findIndex(({ id }) => id !== '')
  const seen = new Map<string, number>()
  return rows.map((row) => {
    if (row.index < first) return { ...row, key: `row ${row.index}` }
    const count = (seen.get(row.id) ?? 0) + 1
    seen.set(row.id, count)
    return { ...row, key: `${row.id} ${count}` }
  })
}

/**
 * By the texts of the row of headings, wherever that is now. A column whose text is gone, or that had none, is
 * thought to stand where it stood, unless another one stands there.
 */
function findColumns(
  sheet: SheetCells,
  exported: SheetCells,
  { headings }: SheetHabits,
): ReadonlyMap<number, number> {
  const wanted = exported.rows[headings] ?? []
  const width = Math.max(wanted.length, ...exported.rows.map((row) => row.length))
  const texts = Array.from({ length: width }, (_, column) => String(valueOf(wanted[column]) ?? ''))
  const row = headingRow(sheet, texts)
  const places = texts.map((text, column) =>
    text === '' ? -1 : nthPlace(row, text, nth(texts, column)),
  )
  const taken = new Set(places)
  const found = places.map((place, column) => (place < 0 && !taken.has(column) ? column : place))
  return new Map(found.flatMap((place, column) => (place < 0 ? [] : [[column, place]])))
}

function headingRow(sheet: SheetCells, texts: readonly string[]): readonly string[] {
  const wanted = new Set(texts.filter((text) => text !== ''))
  const rows = sheet.rows.slice(0, 200).map((row) => row.map((cell) => String(valueOf(cell) ?? '')))
  const score = (row: readonly string[]): number => row.filter((text) => wanted.has(text)).length
  return rows.reduce<readonly string[]>((best, row) => (score(row) > score(best) ? row : best), [])
}

/** How many earlier columns have the same heading. */
const nth = (texts: readonly string[], column: number): number =>
  texts.slice(0, column).filter((text) => text === texts[column]).length

function nthPlace(row: readonly string[], text: string, count: number): number {
  const places = row.flatMap((other, index) => (other === text ? [index] : []))
  return places[count] ?? -1
}
