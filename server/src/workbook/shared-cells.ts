import type { Blocks } from './calculation-blocks.ts'
import { lettersOf, type SheetWriter } from './sheet-writer.ts'

/** Writes figures of lines below each other, whose formulas are written with the first and shared by the rest. */
export class SharedCells {
  /** Indices of the shared formulas, by column or block. */
  private readonly known = new Map<string, number>()

  constructor(
    private readonly writer: SheetWriter,
    private readonly blocks: Blocks,
    private readonly firstRow: number,
    private readonly lastRow: number,
  ) {}

  /** A figure of the line. */
  own(column: number, formula: () => string, value: number): void {
    const name = `own ${column}`
    const known = this.known.get(name)
    if (known === undefined) {
      const range = `${lettersOf(column)}${this.firstRow}:${lettersOf(column)}${this.lastRow}`
      this.known.set(name, this.writer.share(column, range, formula(), value, 'whole'))
    } else {
      this.writer.shares(column, known, value, 'whole')
    }
  }

  /** A figure for each participant; the formula is that of the first one. */
  block(block: number, formula: () => string, values: ArrayLike<number>): void {
    const { writer, blocks } = this
    const start = blocks.column(block)
    const name = `block ${block}`
    let known = this.known.get(name)
    for (let index = 0; index < blocks.count; index++) {
      const value = values[index]!
      if (known === undefined) {
        const end = lettersOf(start + blocks.count - 1)
        const range = `${lettersOf(start)}${this.firstRow}:${end}${this.lastRow}`
        known = writer.share(start, range, formula(), value, 'whole')
        this.known.set(name, known)
      } else {
        writer.shares(start + index, known, value, 'whole')
      }
    }
  }
}
