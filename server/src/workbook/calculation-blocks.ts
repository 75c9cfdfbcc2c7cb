import { acrossRow, place } from './layout.ts'
import { lettersOf } from './sheet-writer.ts'
import type { WorkbookWords } from './text/index.ts'

/** Columns of a line on the sheet that calculates: figures of its own, then blocks with a column per participant. */
export const own = {
  amount: 3,
  /** Whole rounds, or the first group of the amount. */
  first: 4,
  /** What is left of the amount then, or its second group. */
  second: 5,
  third: 6,
  left: 7,
} as const

/** The blocks of a sheet, side by side with a column between; the shares stand where the first sheet has them. */
export class Blocks {
  constructor(
    readonly count: number,
    /** Groups of digits of the line that needs the most; 0 when no line needs any. */
    readonly groups: number,
  ) {}

  readonly shares = 0
  readonly units = 1

  remainder(pair = 0): number {
    return 2 + pair
  }

  get estimate(): number {
    return 2 + Math.max(1, this.groups / 2)
  }

  difference(group: number): number {
    return this.estimate + 1 + group
  }

  get number(): number {
    return this.groups === 0 ? this.remainder() + 1 : this.difference(this.groups)
  }

  column(block: number): number {
    return place.shares + block * (this.count + 1)
  }

  /** The cell of the first participant, which follows to the side and down. */
  cell(block: number, row: number): string {
    return `${lettersOf(this.column(block))}${row}`
  }

  range(block: number, row: number): string {
    return acrossRow(this.column(block), this.count, row)
  }

  /** A name for each block. */
  names({ calculation }: WorkbookWords): string[] {
    const names = [calculation.shares, calculation.units]
    for (let pair = 0; pair < Math.max(1, this.groups / 2); pair++)
      names.push(calculation.remainders(pair))
    if (this.groups > 0) names.push(calculation.estimates)
    for (let group = 0; group < this.groups; group++) names.push(calculation.parts(group))
    return names
  }
}
