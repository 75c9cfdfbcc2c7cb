import { acrossRow, place } from './layout.ts'
import { type Figure, lettersOf } from './sheet-writer.ts'
import type { Style } from './styles.ts'

/** A row of the sheet of weights: a figure of its own, one per participant, or both. */
export interface WeightRow {
  readonly label: string
  readonly heading?: boolean
  /** A figure of the key: a sum, a divisor. */
  readonly scalar?: Figure
  readonly cells?: readonly Figure[]
  readonly style?: Style
  /** Says whether everything is calculated exactly. */
  readonly tellsExact?: boolean
}

/** Collects the rows of the sheet of weights, and knows how to refer to them. */
export class WeightRows {
  readonly rows: WeightRow[] = []

  /**
   * @param first - row on which the first one stands
   * @param count - of participants
   */
  constructor(
    readonly first: number,
    readonly count: number,
  ) {}

  /** @returns the row it stands on */
  add(row: WeightRow): number {
    this.rows.push(row)
    return this.first + this.rows.length - 1
  }

  /** The row that the next one will stand on. */
  get next(): number {
    return this.first + this.rows.length
  }

  skip(): void {
    this.rows.push({ label: '' })
  }

  /** A figure for every participant, in their order. */
  each(make: (index: number) => Figure): Figure[] {
    return Array.from({ length: this.count }, (_, index) => make(index))
  }

  range(row: number): string {
    return acrossRow(place.shares, this.count, `$${row}`)
  }
}

/** The column in which a row of weights has a figure of its own. */
export const scalarColumn = place.amount
export const scalar = (row: number, sheet = ''): string =>
  `${sheet}$${lettersOf(scalarColumn)}$${row}`

/** The cell of a participant, which follows when it is copied to the side. */
export const cellOf = (row: number, index = 0, sheet = ''): string =>
  `${sheet}${lettersOf(place.shares + index)}$${row}`
