import { type Cell, type CellValue, isFormulaCell, valueOf } from '../file/cell.ts'

/** Whether two cells show the same. Programs write the last digit of a calculated number in their own ways. */
export function sameValue(one: Cell | undefined, other: Cell | undefined): boolean {
  const [a, b] = [blankAsNull(valueOf(one)), blankAsNull(valueOf(other))]
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= Math.max(1e-9, Math.abs(a) * 1e-13)
  return typeof a === 'string' && typeof b === 'string' ? sameText(a, b) : a === b
}

/** Whether both are calculated in the same way, or neither is calculated. */
export function sameFormula(one: Cell | undefined, other: Cell | undefined): boolean {
  if (!isFormulaCell(one) || !isFormulaCell(other))
    return isFormulaCell(one) === isFormulaCell(other)
  return one.formula === other.formula || plain(one.formula) === plain(other.formula)
}

const blankAsNull = (value: CellValue): CellValue => (value === '' ? null : value)

/** Line breaks come back as the program that saved the file writes them. */
const sameText = (a: string, b: string): boolean =>
  a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n')

/** A formula without what Excel and LibreOffice write each in their own way. */
function plain(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : plainOutsideTexts(part)))
    .join('')
}

const plainOutsideTexts = (part: string): string =>
  part
    .replace(/\s+/g, '')
    .replace(/_xl(fn|ws)\./gi, '')
    .replace(/'([\p{L}\d_]+)'!/gu, '$1!')
    .replace(/\b(TRUE|FALSE)\(\)/gi, '$1')
    .toUpperCase()
