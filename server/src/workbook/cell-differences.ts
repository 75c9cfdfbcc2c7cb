import { Fault } from '@andel/schema/fault'
import { type Cell, type SheetCells, isFormulaCell, valueOf } from '../file/cell.ts'
import { habitsOf, sheetLike } from './exported-sheets.ts'
import { sameFormula, sameValue } from './same-cell.ts'
import { type KnownRow, type KnownSheet, editedSheet, exportedSheet } from './sheet-rows.ts'

/** Pairs of cells of one sheet: what is compared may be wider than either file. */
const mostCompared = 5_000_000

export interface CellDifference {
  readonly sheet: string
  /** "C7" in the file; where it was at the export when it is gone. */
  readonly address: string
  /** Null when there was none. */
  readonly was: Cell
  /** Null when there is none. */
  readonly is: Cell
  /** What the row is about, in its own words. */
  readonly row: string
  /** Place of the sheet at the export, from 0. */
  readonly place: number
  /** Column at the export, from 0. */
  readonly column: number
  readonly id: string
  /** Whether the row was there at the export and is there now. */
  readonly fate: 'KEPT' | 'ADDED' | 'REMOVED'
  /** A formula that was exported, and has merely come to something else. */
  readonly recalculated: boolean
}

/**
 * What differs between a workbook as it was exported and a file: every cell that shows something else, or is
 * calculated otherwise. Rows that were moved are found by what they are.
 *
 * @throws {Fault} `FILE_TOO_LARGE`
 */
export function cellDifferences(
  exported: readonly SheetCells[],
  file: readonly SheetCells[],
): CellDifference[] {
  const pairs = exported.map((sheet, place) => {
    const habits = habitsOf(place)
    const now = sheetLike(sheet, place, file) ?? { name: sheet.name, rows: [] }
    return { was: exportedSheet(sheet, habits), is: editedSheet(now, sheet, habits) }
  })
  // Moved rows take the references of formulas along: their texts then say nothing.
  const moved = pairs.some(hasMoved)
  return pairs.flatMap((pair, place) => differencesOf(pair, place, moved))
}

interface Pair {
  readonly was: KnownSheet
  readonly is: KnownSheet
}

function hasMoved({ was, is }: Pair): boolean {
  const indexes = new Map(is.rows.map((row) => [row.key, row.index]))
  const isMoved = (row: KnownRow): boolean => row.id !== '' && indexes.get(row.key) !== row.index
  return (
    was.rows.some(isMoved) || [...was.columns.keys()].some((one) => is.columns.get(one) !== one)
  )
}

interface RowPair {
  readonly was?: KnownRow | undefined
  readonly is?: KnownRow | undefined
}

function differencesOf({ was, is }: Pair, place: number, moved: boolean): CellDifference[] {
  const columns = [...was.columns.keys()]
  if (columns.length * (was.rows.length + is.rows.length) > mostCompared)
    throw new Fault('FILE_TOO_LARGE', { part: 'cells' })
  const now = new Map(is.rows.map((row) => [row.key, row]))
  const before = new Set(was.rows.map(({ key }) => key))
  const rows: RowPair[] = [
    ...was.rows.map((row) => ({ was: row, is: now.get(row.key) })),
    ...is.rows.filter(({ key }) => !before.has(key)).map((row) => ({ is: row })),
  ]
  return rows.flatMap((row) =>
    columns.flatMap((column) => difference({ sheet: is.name, place, column }, row, moved) ?? []),
  )
}

function difference(
  at: Pick<CellDifference, 'sheet' | 'place' | 'column'>,
  { was, is }: RowPair,
  moved: boolean,
): CellDifference | undefined {
  const [before, after] = [was?.cell(at.column) ?? null, is?.cell(at.column) ?? null]
  const bothFormulas = isFormulaCell(before) && isFormulaCell(after)
  const sameKind = isFormulaCell(before) === isFormulaCell(after)
  const sameWay = bothFormulas && moved ? true : sameKind && sameFormula(before, after)
  if (sameWay && sameValue(before, after)) return undefined
  const row = (is ?? was)!
  return {
    ...at,
    address: row.address(at.column),
    was: before,
    is: after,
    row: rowText(row),
    id: row.id,
    fate: was ? (is ? 'KEPT' : 'REMOVED') : 'ADDED',
    recalculated: bothFormulas && sameWay,
  }
}

/** The first text of a row that is no id. */
function rowText(row: KnownRow): string {
  for (let column = 1; column < 20; column++) {
    const text = valueOf(row.cell(column))
    if (typeof text === 'string' && text !== '') return text
  }
  return ''
}
