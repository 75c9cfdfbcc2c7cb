import { type Cell, type CellValue, valueOf } from '../file/cell.ts'

const most = 500

/** The value of a cell to show to somebody: a text of a cell may be 32 767 characters, and there may be many of them. */
export function shownValue(cell: Cell): CellValue {
  const value = valueOf(cell)
  return typeof value === 'string' && value.length > most ? `${value.slice(0, most)}…` : value
}
