import { place } from './layout.ts'
import type { SheetWriter } from './sheet-writer.ts'
import { type WeightRows, cellOf, scalar, scalarColumn } from './weight-rows.ts'

/**
 * Rows of the sheet of weights, fetched to below the lines of the sheet that calculates: formulas that lines share may
 * refer to their own sheet alone.
 */
export class LocalWeights {
  private readonly places = new Map<number, number>()

  /** @param first - row on which the first of them will stand */
  constructor(
    private readonly weights: WeightRows,
    private readonly first: number,
  ) {}

  /** Where a row of the sheet of weights stands here. */
  row(of: number): number {
    const known = this.places.get(of)
    if (known !== undefined) return known
    const row = this.first + this.places.size
    this.places.set(of, row)
    return row
  }

  /** @param sheet - the name of the sheet of weights, as it stands before a cell */
  write(writer: SheetWriter, sheet: string): void {
    for (const [of, row] of this.places) {
      const { label, scalar: figure, cells = [] } = this.weights.rows[of - this.weights.first]!
      writer.begin(row)
      writer.text(place.number, label, 'quiet')
      if (figure) writer.formula(scalarColumn, scalar(of, sheet), figure.value, 'whole')
      for (const [index, { value }] of cells.entries())
        writer.formula(place.shares + index, cellOf(of, index, sheet), value, 'whole')
      writer.end()
    }
  }
}
