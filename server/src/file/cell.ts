/** What a cell holds. A date without a time of day is its ISO text; null is an empty cell; an error is its text: "#DIV/0!". */
export type CellValue = string | number | boolean | null

/** A cell that is calculated. */
export interface FormulaCell {
  /** As the file has it, without "=". */
  readonly formula: string
  /** What it came to when the file was written; nothing says that it is right. */
  readonly value: CellValue
}

export type Cell = CellValue | FormulaCell

export const isFormulaCell = (cell: Cell | undefined): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null

/** The value of a cell, calculated or not; null for a place without a cell. */
export const valueOf = (cell: Cell | undefined): CellValue =>
  isFormulaCell(cell) ? cell.value : (cell ?? null)

export interface SheetCells {
  readonly name: string
  /** By row and column from 0: `rows[1]?.[2]` is C2. A row ends at its last filled cell; an empty row is []. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface WorkbookCells {
  /** In the order of their tabs, hidden ones too. */
  readonly sheets: readonly SheetCells[]
}
