/** The sizes of an unknown that came nearest to a wanted figure, so far. */
export class Findings {
  /** Gives the figure itself. */
  exact: number | undefined
  /** Gives the nearest figure below it, and above it. */
  under: number | undefined
  over: number | undefined
  private underFigure = -Infinity
  private overFigure = Infinity

  /** @param middle - of sizes that give the same figure, the one nearest to this is kept */
  constructor(
    private readonly wanted: number,
    private readonly middle: number,
  ) {}

  add(size: number, figure: number): void {
    if (figure === this.wanted) {
      this.exact = this.nearer(size, this.exact)
    } else if (figure < this.wanted) {
      if (figure < this.underFigure) return
      this.under = this.nearer(size, figure === this.underFigure ? this.under : undefined)
      this.underFigure = figure
    } else {
      if (figure > this.overFigure) return
      this.over = this.nearer(size, figure === this.overFigure ? this.over : undefined)
      this.overFigure = figure
    }
  }

  /** Whether nothing up to this figure can be nearer from below. */
  isPastUnder(highest: number): boolean {
    return highest < this.underFigure
  }

  /** Whether nothing from this figure on can be nearer from above. */
  isPastOver(lowest: number): boolean {
    return lowest > this.overFigure
  }

  private nearer(size: number, other: number | undefined): number {
    if (other === undefined) return size
    return Math.abs(size - this.middle) < Math.abs(other - this.middle) ? size : other
  }
}
