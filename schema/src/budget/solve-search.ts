import { Findings } from './solve-findings.ts'

/** How a figure follows from the size of an unknown: in proportion, apart from rounding. */
export interface Course {
  /** Thousandths of an öre that one of the unknown adds to the amount; above 0. */
  readonly thousandths: bigint
  /** The largest size. */
  readonly most: number
  /** The figure, in öre, at an amount of whole öre ≥ 0. */
  figureAt(amount: number): number
  /** The figure is amount × part ÷ whole … */
  readonly part: bigint
  readonly whole: bigint
  /** … and at most this much below or above it, in öre. */
  readonly slack: { readonly below: number; readonly above: number }
  /** Öre in a block of amounts; the first of block b is b × unit. */
  readonly unit: number
  /** Amounts within a block, from 1, where the figure may begin to stay or to rise with the amount. */
  turnsIn(block: number): readonly number[]
  /** How many figures may be worked out. */
  readonly tries: number
}

/** What expected figures may be wrong by, being doubles below 2^53. */
const inexact = 4

/**
 * Finds the size that gives a wanted figure, or else those that give the nearest figures below and above it; only
 * one where the other would be larger than allowed. Of sizes that give the same figure it takes the one nearest
 * to the proportional size.
 *
 * A figure need not rise with every step of the unknown: a spare öre may go to somebody else. So it looks outwards
 * from the proportional size until what lies further out cannot be nearer. Where a block of amounts holds
 * many sizes, it looks where the figure takes another course. Only `tries` can make it stop sooner.
 *
 * @param wanted - öre ≥ 0
 */
export function searchNearest(course: Course, wanted: number): Findings {
  return new Search(course, wanted).run()
}

class Search {
  private readonly middle: number
  private readonly found: Findings
  private tries: number

  constructor(
    private readonly course: Course,
    private readonly wanted: number,
  ) {
    const { whole, part, thousandths, most } = course
    const divisor = part * thousandths
    const size = (2000n * BigInt(wanted) * whole + divisor) / (2n * divisor)
    this.middle = Math.min(Number(size), most)
    this.found = new Findings(wanted, this.middle)
    this.tries = course.tries
  }

  run(): Findings {
    const { course, middle, found } = this
    const { thousandths, unit, most } = course
    if (thousandths >= 1000n * BigInt(unit)) {
      const amounts = (size: number) => [this.amountAt(size), this.amountAt(size)] as const
      this.outwards(middle, most, amounts, (size) => this.tryOut(size))
      return found
    }
    const block = Math.floor(this.amountAt(middle) / unit)
    const last = Math.floor(this.amountAt(most) / unit)
    const amounts = (b: number) => [b * unit, b * unit + unit - 1] as const
    this.outwards(block, last, amounts, (b) => this.lookAtWhole(b * unit))
    if (found.exact === undefined) {
      this.outwards(block, last, amounts, (b) => this.lookEverywhere(b))
    }
    return found
  }

  /** Goes through places to both sides of one, as long as there may be something nearer. */
  private outwards(
    start: number,
    last: number,
    amounts: (place: number) => readonly [from: number, to: number],
    lookAt: (place: number) => void,
  ): void {
    const { found, course } = this
    let [down, up] = [start, start + 1]
    let [goesDown, goesUp] = [true, up <= last]
    while ((goesDown || goesUp) && found.exact === undefined && this.tries > 0) {
      if (goesDown) {
        lookAt(down)
        const highest = this.expectedAt(amounts(down)[0]) + course.slack.above + inexact
        goesDown = --down >= 0 && !found.isPastUnder(highest)
      }
      if (goesUp && found.exact === undefined) {
        lookAt(up)
        const lowest = this.expectedAt(amounts(up)[1]) - course.slack.below - inexact
        goesUp = ++up <= last && !found.isPastOver(lowest)
      }
    }
  }

  /** The amounts that are most often exact: whole units, and those with the öre of the wanted figure. */
  private lookAtWhole(from: number): void {
    this.tryAmounts(from, from)
    const rest = this.wanted % this.course.unit
    if (rest > 0) this.tryAmounts(from + rest, from + rest)
  }

  private lookEverywhere(block: number): void {
    const { unit } = this.course
    const starts = [...new Set([0, ...this.course.turnsIn(block)])].toSorted((a, b) => a - b)
    starts.forEach((start, index) => {
      const end = (starts[index + 1] ?? unit) - 1
      this.lookAlong(block * unit + start, block * unit + end)
    })
  }

  /** Between two turns a figure stays, or rises with the amount. */
  private lookAlong(from: number, to: number): void {
    const [least, last] = this.sizesOf(from, to)
    if (least > last) return
    const [lowest, highest] = [this.tryOut(least), this.tryOut(last)]
    if (lowest === highest) return this.tryAmounts(from, to)
    const hit = this.amountAt(least) + this.wanted - lowest
    if (lowest > this.wanted || highest < this.wanted) return
    this.tryOut(Math.min(this.sizesOf(hit, hit)[0], last))
    this.tryOut(Math.max(this.sizesOf(hit, hit)[0] - 1, least))
  }

  /** Tries the size nearest to the middle among those whose amounts lie within bounds. */
  private tryAmounts(from: number, to: number): void {
    const [least, last] = this.sizesOf(from, to)
    if (least <= last) this.tryOut(Math.min(Math.max(this.middle, least), last))
  }

  private tryOut(size: number): number {
    this.tries--
    const figure = this.course.figureAt(this.amountAt(size))
    this.found.add(size, figure)
    return figure
  }

  private amountAt(size: number): number {
    return Number((BigInt(size) * this.course.thousandths + 500n) / 1000n)
  }

  /** The least and the largest size whose amounts lie within bounds; none where the least is the larger. */
  private sizesOf(from: number, to: number): readonly [least: number, last: number] {
    const { thousandths, most } = this.course
    const reaching = (amount: number): number => {
      const needed = BigInt(amount) * 1000n - 500n
      return needed <= 0n ? 0 : Number((needed + thousandths - 1n) / thousandths)
    }
    return [reaching(from), Math.min(reaching(to + 1) - 1, most)]
  }

  private expectedAt(amount: number): number {
    return (amount * Number(this.course.part)) / Number(this.course.whole)
  }
}
