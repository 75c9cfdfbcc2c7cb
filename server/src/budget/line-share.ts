import { type LineFigures, traceShare } from '@andel/schema/budget'
import { explainInWords } from '@andel/schema/explanation'
import type { Municipality } from '../municipality/municipality.entity.ts'
import { CostShare, type ShareSource } from './cost-share.ts'
import type { Language } from '../fault/language.ts'
import { provenance } from './provenance.ts'
import type { Sheet } from './sheet.ts'

/** A line that can be calculated: it has a split. */
type Calculated = LineFigures & { readonly split: NonNullable<LineFigures['split']> }

class LineShare implements ShareSource {
  constructor(
    readonly sheet: Sheet,
    readonly line: Calculated,
    private readonly index: number,
    private readonly code: string,
  ) {}

  get municipality(): Municipality {
    return this.sheet.municipalities.get(this.code)!
  }

  get weight(): bigint {
    return this.line.split.weights.values[this.index]!
  }

  get sum(): bigint {
    return this.line.split.weights.sum
  }

  get percent(): string {
    return this.line.split.percentText(this.index)
  }

  get amount(): number {
    return this.line.shares[this.index]!
  }

  explain(language: Language): string {
    const lineId = this.line.line.id
    const trace = traceShare(this.sheet.figures, lineId, this.code)
    return explainInWords(trace, provenance(this.sheet, lineId), language)
  }
}

/** The shares of a line: one for each participant whom it does not leave out; none when it cannot be calculated. */
export function lineShares(sheet: Sheet, line: LineFigures): CostShare[] {
  if (!isCalculated(line)) return []
  const { leftOut } = line.split.weights
  return sheet.figures.codes.flatMap((code, index) =>
    leftOut.has(code) ? [] : [new CostShare(new LineShare(sheet, line, index, code))],
  )
}

/** The share of one participant; undefined when it has none. */
export function lineShare(sheet: Sheet, line: LineFigures, code: string): CostShare | undefined {
  const index = sheet.figures.codes.indexOf(code)
  if (index < 0 || !isCalculated(line) || line.split.weights.leftOut.has(code)) return undefined
  return new CostShare(new LineShare(sheet, line, index, code))
}

function isCalculated(line: LineFigures): line is Calculated {
  return line.split !== undefined
}
