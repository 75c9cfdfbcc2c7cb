import { type LineFigures, traceShare } from '@andel/schema/budget'
import { explainInWords } from '@andel/schema/explanation'
import type { Municipality } from '../municipality/municipality.entity.ts'
import { CostShare } from './cost-share.ts'
import type { Language } from './language.ts'
import { provenance } from './provenance.ts'
import type { Sheet } from './sheet.ts'

/** A share of one line. */
export class LineShare extends CostShare {
  readonly graphqlType = 'CostShare'

  constructor(
    private readonly sheet: Sheet,
    private readonly line: LineFigures,
    private readonly index: number,
  ) {
    super()
  }

  get municipality(): Municipality {
    return this.sheet.municipalities.get(this.code)!
  }

  get weight(): string {
    return String(this.split.weights.values[this.index])
  }

  get exactShare(): string {
    return `${this.weight}/${this.split.weights.sum}`
  }

  get share(): string {
    return this.split.percentText(this.index)
  }

  get amount(): number {
    return this.line.shares[this.index]!
  }

  protected explain(language: Language): string {
    const { figures } = this.sheet
    const trace = traceShare(figures, this.line.line.id, this.code)
    return explainInWords(trace, provenance(this.sheet, this.line.line.id), language)
  }

  private get code(): string {
    return this.sheet.figures.codes[this.index]!
  }

  /** A line with shares has a split. */
  private get split(): NonNullable<LineFigures['split']> {
    return this.line.split!
  }
}

/** The shares of a line: one for each participant whom it does not leave out; none when it cannot be calculated. */
export function lineShares(sheet: Sheet, line: LineFigures): LineShare[] {
  const { split } = line
  if (!split) return []
  return sheet.figures.codes.flatMap((code, index) =>
    split.weights.leftOut.has(code) ? [] : [new LineShare(sheet, line, index)],
  )
}
