/** Row and column from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** "C2" → row 1, column 2; undefined for what is no address within a sheet of 1 048 576 × 16 384 cells. */
export function placeOf(address: string): CellPlace | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? []
  if (!letters || !digits) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = Number(digits) - 1
  return row < 1_048_576 && column < 16_384 ? { row, column } : undefined
}

/** Row 1, column 2 → "C2". */
export const addressOf = ({ row, column }: CellPlace): string =>
  `${columnLetters(column)}${row + 1}`

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
