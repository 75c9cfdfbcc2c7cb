import { Fault } from '@andel/schema/fault'
import type { Cell, CellValue } from './cell.ts'
import { type CellPlace, placeOf } from './cell-address.ts'
import { dateOfSerial } from './date-formats.ts'
import { fileLimits } from './limits.ts'
import { type Attributes, readMarkup } from './read-markup.ts'
import type { Reading } from './reading.ts'
import { textGatherer, unescapeText } from './shared-texts.ts'
import { shiftFormula } from './shift-formula.ts'

/** What the cells of a sheet refer to. */
export interface WorkbookContext {
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly since1904: boolean
}

/** The cells of a sheet, by row and column. @throws {Fault} what `readMarkup` throws; `FILE_TOO_LARGE`; `FILE_BROKEN` */
export async function readSheetCells(
  bytes: Uint8Array,
  context: WorkbookContext,
  reading: Reading,
): Promise<Cell[][]> {
  const sheet = new SheetReader(context, reading)
  await readMarkup(bytes, sheet, reading)
  return sheet.rows
}

interface SharedFormula {
  readonly formula: string
  readonly place: CellPlace
}

class SheetReader {
  readonly rows: Cell[][] = []
  private place: CellPlace = { row: -1, column: -1 }
  private attributes: Attributes = {}
  private formulaAttributes: Attributes | undefined
  private value = ''
  private formula = ''
  private inside: 'v' | 'f' | undefined
  private inCell = false
  private readonly inline = textGatherer()
  private readonly shared = new Map<string, SharedFormula>()

  constructor(
    private readonly context: WorkbookContext,
    private readonly reading: Reading,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      const row = attributes['r'] === undefined ? this.place.row + 1 : Number(attributes['r']) - 1
      this.place = { row: this.existing(row), column: -1 }
    } else if (name === 'c') this.startCell(attributes)
    else if (!this.inCell) return
    else if (name === 'v') this.inside = 'v'
    else if (name === 'f') {
      this.inside = 'f'
      this.formulaAttributes = attributes
    } else this.inline.open(name)
  }

  text(text: string): void {
    if (!this.inCell) return
    if (this.inside === 'v') this.value += text
    else if (this.inside === 'f') this.formula += text
    else this.inline.text(text)
  }

  close(name: string): void {
    if (!this.inCell) return
    if (name === 'v' || name === 'f') this.inside = undefined
    else if (name === 'c') this.endCell()
    else this.inline.close(name)
  }

  private startCell(attributes: Attributes): void {
    const { r } = attributes
    const next = { row: this.place.row, column: this.place.column + 1 }
    const place = r === undefined ? next : placeOf(r)
    if (!place) throw new Fault('FILE_BROKEN', { cell: r ?? '' })
    this.place = { row: this.existing(place.row), column: place.column }
    this.attributes = attributes
    this.formulaAttributes = undefined
    this.value = ''
    this.formula = ''
    this.inCell = true
  }

  private existing(row: number): number {
    if (row >= 0) return row
    throw new Fault('FILE_BROKEN', { row })
  }

  private endCell(): void {
    this.inCell = false
    const value = this.readValue(this.inline.take())
    const formula = this.readFormula()
    if (typeof value === 'string' && value.length > fileLimits.text) this.tooLong('text')
    if (formula !== undefined && formula.length > fileLimits.formula) this.tooLong('formula')
    if (formula !== undefined) this.put({ formula, value })
    else if (value !== null && value !== '') this.put(value)
  }

  private readValue(inline: string): CellValue {
    const { value } = this
    switch (this.attributes['t']) {
      case 's':
        return this.context.texts[Number(value)] ?? this.broken()
      case 'inlineStr':
        return inline
      case 'str':
        return unescapeText(value)
      case 'e':
      case 'd':
        return value
      case 'b':
        return value.trim() === '1'
      default:
        return value === '' ? null : this.readNumber(value)
    }
  }

  private readNumber(text: string): CellValue {
    const number = Number(text)
    if (!Number.isFinite(number)) return this.broken()
    if (!this.context.dateStyles.has(Number(this.attributes['s'] ?? 0))) return number
    return dateOfSerial(number, this.context.since1904) ?? number
  }

  private broken(): never {
    throw new Fault('FILE_BROKEN', { row: this.place.row + 1, column: this.place.column + 1 })
  }

  private tooLong(part: string): never {
    throw new Fault('FILE_TOO_LARGE', { part })
  }

  private readFormula(): string | undefined {
    if (!this.formulaAttributes) return undefined
    const { t, si } = this.formulaAttributes
    if (t !== 'shared' || si === undefined) return this.formula
    if (this.formula.length > fileLimits.formula) return this.tooLong('formula')
    if (this.formula !== '') {
      this.shared.set(si, { formula: this.formula, place: this.place })
      return this.formula
    }
    const first = this.shared.get(si)
    if (!first) return this.broken()
    const { row, column } = this.place
    // One formula may be shared by a million cells, and writing it out costs more than unpacking it.
    this.reading.countUnpacked(4 * first.formula.length)
    return shiftFormula(first.formula, row - first.place.row, column - first.place.column)
  }

  /**
   * Rows and cells left out of the file are empty; each counts, so that one far cell makes no large sheet. Empty ones may lie
   * anywhere: LibreOffice says how high the last row of all is.
   */
  private put(cell: Cell): void {
    const { row, column } = this.place
    if (row >= fileLimits.rows) this.tooLong('rows')
    if (column >= fileLimits.columns) this.tooLong('columns')
    if (row >= this.rows.length) this.reading.countCells(row + 1 - this.rows.length)
    while (this.rows.length <= row) this.rows.push([])
    const cells = this.rows[row]!
    if (column >= cells.length) this.reading.countCells(column + 1 - cells.length)
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }
}
