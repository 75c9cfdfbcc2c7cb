import { addressOf, placeOf } from './cell-address.ts'

// A text, a quoted sheet name, a reference, or a word that may look like one ("LOG10(" and "A1.x" are none).
const parts =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|[\w.\\]+/g

/** A formula that several cells share, as it reads in a cell `rows` below and `columns` to the right of the first. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(parts, (part, ...groups: (string | undefined)[]) => {
    const [fixedColumn, letters, fixedRow, digits] = groups
    const place = letters === undefined ? undefined : placeOf(`${letters.toUpperCase()}${digits}`)
    if (!place) return part
    const moved = {
      row: place.row + (fixedRow ? 0 : rows),
      column: place.column + (fixedColumn ? 0 : columns),
    }
    if (moved.row < 0 || moved.column < 0) return '#REF!'
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(addressOf(moved))!
    return `${fixedColumn}${column}${fixedRow}${row}`
  })
}
