import type { Cell } from '../file/cell.ts'
import { escapeText } from '../table/xlsx/cell.ts'
import { columnLetters } from '../table/xlsx/workbook.ts'
import { type Style, styleIndex } from './styles.ts'

/** A figure, and how it is calculated where it is. */
export interface Figure {
  readonly value: number
  /** Without "=". */
  readonly formula?: string
}

export interface RowLook {
  /** Points. */
  readonly height?: number
  /** How deep it stands in groups. */
  readonly outline?: number
  readonly hidden?: boolean
}

const longestText = 32_767
// eslint-disable-next-line no-control-regex -- what XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A text as a cell can hold it. */
const cellText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(forbidden, '').slice(0, longestText)

const letters: string[] = []

/** Letters of a column counted from 0. */
export const lettersOf = (column: number): string => (letters[column] ??= columnLetters(column))

/**
 * Writes the rows of a sheet as XML, cell by cell, from the left and from above. What is written is taken away
 * with `take`, so that a large sheet is never held whole.
 */
export class SheetWriter {
  private xml = ''
  private row = 0
  private cells: Cell[] = []
  private shared = 0
  /** Every row as a reader would find it; kept only when asked for. */
  readonly rows: Cell[][] = []

  constructor(private readonly keepsCells = false) {}

  /** Rows are counted from 1. */
  begin(row: number, { height, outline, hidden }: RowLook = {}): void {
    this.row = row
    this.cells = []
    if (this.keepsCells) {
      while (this.rows.length < row - 1) this.rows.push([])
      this.rows.push(this.cells)
    }
    this.xml +=
      `<row r="${row}"` +
      (height === undefined ? '' : ` ht="${height}" customHeight="1"`) +
      (hidden ? ' hidden="1"' : '') +
      (outline ? ` outlineLevel="${outline}"` : '') +
      '>'
  }

  end(): void {
    this.xml += '</row>'
  }

  number(column: number, value: number, style: Style): void {
    this.keep(column, value)
    this.xml += `${this.open(column, style)}><v>${value}</v></c>`
  }

  /** @param serial - days since 30 December 1899 */
  date(column: number, iso: string, serial: number, style: Style): void {
    this.keep(column, iso)
    this.xml += `${this.open(column, style)}><v>${serial}</v></c>`
  }

  /** Never a formula, whatever it begins with. Nothing is written for an empty text. */
  text(column: number, text: string, style: Style): void {
    const cut = cellText(text)
    if (cut === '') return this.blank(column, style)
    this.keep(column, cut)
    this.xml += `${this.open(column, style)} t="inlineStr"><is><t xml:space="preserve">${escapeText(cut)}</t></is></c>`
  }

  blank(column: number, style: Style): void {
    this.xml += `${this.open(column, style)}/>`
  }

  formula(column: number, formula: string, value: number, style: Style): void {
    this.keep(column, { formula, value })
    this.xml += `${this.open(column, style)}><f>${escapeText(formula)}</f><v>${value}</v></c>`
  }

  textFormula(column: number, formula: string, value: string, style: Style): void {
    const cut = cellText(value)
    this.keep(column, { formula, value: cut })
    this.xml += `${this.open(column, style)} t="str"><f>${escapeText(formula)}</f><v>${escapeText(cut)}</v></c>`
  }

  figure(column: number, { value, formula }: Figure, style: Style): void {
    if (formula === undefined) this.number(column, value, style)
    else this.formula(column, formula, value, style)
  }

  /** Begins a formula that the cells of `range` share; its first cell follows. */
  share(column: number, range: string, formula: string, value: number, style: Style): number {
    const index = this.shared++
    this.xml += `${this.open(column, style)}><f t="shared" ref="${range}" si="${index}">${escapeText(formula)}</f><v>${value}</v></c>`
    return index
  }

  /** A further cell of a shared formula. */
  shares(column: number, index: number, value: number, style: Style): void {
    this.xml += `${this.open(column, style)}><f t="shared" si="${index}"/><v>${value}</v></c>`
  }

  /** How much is waiting to be taken. */
  get length(): number {
    return this.xml.length
  }

  /** What was written since the last time. */
  take(): string {
    const { xml } = this
    this.xml = ''
    return xml
  }

  private open(column: number, style: Style): string {
    return `<c r="${lettersOf(column)}${this.row}" s="${styleIndex[style]}"`
  }

  private keep(column: number, cell: Cell): void {
    if (!this.keepsCells) return
    while (this.cells.length < column) this.cells.push(null)
    this.cells.push(cell)
  }
}
