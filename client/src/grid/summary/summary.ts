import { formatDecimal } from '@andel/schema/money'
import type { CellContent } from '../cell.ts'
import { divideRounded, rescale, toScaled, type Scaled } from '../exact-decimal.ts'

/** What some cells come to. Numbers are exact decimals, as in `CellContent`. */
export interface Summary {
  readonly cells: number
  /** Cells that hold something. */
  readonly filled: number
  /** Cells that hold a number. */
  readonly numbers: number
  /** Nothing without a number, nor where percentages and other numbers meet. */
  readonly figures: SummaryFigures | undefined
  /** Percentages and other numbers meet, which are not added up together. */
  readonly isMixed: boolean
}

interface SummaryFigures {
  readonly sum: string
  /** With two places more than the numbers have, rounded half away from zero; no zeros at the end. */
  readonly average: string
  readonly min: string
  readonly max: string
  readonly unit: 'percent' | undefined
}

/** Counts and adds up cells. */
export function summarise(contents: Iterable<CellContent>): Summary {
  const plain = new NumberTally()
  const percent = new NumberTally()
  let cells = 0
  let filled = 0
  for (const content of contents) {
    cells += 1
    if (content.kind === 'empty') continue
    filled += 1
    if (content.kind !== 'number') continue
    const tally = content.unit === 'percent' ? percent : plain
    tally.add(toScaled(content.exact))
  }
  const isMixed = plain.count > 0 && percent.count > 0
  const [tally, unit] = percent.count > 0 ? [percent, 'percent' as const] : [plain, undefined]
  return {
    cells,
    filled,
    numbers: plain.count + percent.count,
    figures: isMixed || tally.count === 0 ? undefined : { ...tally.figures(), unit },
    isMixed,
  }
}

interface PlaceTally {
  sum: bigint
  min: bigint
  max: bigint
}

/** Numbers of one unit, kept apart by how many places they have: only the result is brought to the same. */
class NumberTally {
  count = 0
  private readonly byPlaces = new Map<number, PlaceTally>()

  add({ digits, places }: Scaled): void {
    this.count += 1
    const tally = this.byPlaces.get(places)
    if (!tally) {
      this.byPlaces.set(places, { sum: digits, min: digits, max: digits })
      return
    }
    tally.sum += digits
    if (digits < tally.min) tally.min = digits
    if (digits > tally.max) tally.max = digits
  }

  figures(): Omit<SummaryFigures, 'unit'> {
    const places = Math.max(...this.byPlaces.keys())
    const finest = (pick: (tally: PlaceTally) => bigint): bigint[] =>
      [...this.byPlaces].map(([own, tally]) =>
        rescale({ digits: pick(tally), places: own }, places),
      )
    const sum = finest((tally) => tally.sum).reduce((a, b) => a + b)
    const min = finest((tally) => tally.min).reduce((a, b) => (b < a ? b : a))
    const max = finest((tally) => tally.max).reduce((a, b) => (b > a ? b : a))
    const average = divideRounded(sum * 100n, BigInt(this.count))
    return {
      sum: formatDecimal(sum, places),
      average: formatDecimal(average, places + 2),
      min: formatDecimal(min, places),
      max: formatDecimal(max, places),
    }
  }
}
