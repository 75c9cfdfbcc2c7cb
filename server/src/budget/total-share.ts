import { explainTotal } from '@andel/schema/explanation'
import { fixedDecimal } from '@andel/schema/money'
import type { Municipality } from '../municipality/municipality.entity.ts'
import { CostShare, type ShareSource } from './cost-share.ts'
import type { Language } from '../fault/language.ts'
import type { Sheet } from './sheet.ts'

/** A share of a whole budget: the sum of the shares of its lines, weighed in öre. */
class TotalShare implements ShareSource {
  readonly line = null

  constructor(
    readonly sheet: Sheet,
    private readonly index: number,
  ) {}

  get municipality(): Municipality {
    return this.sheet.municipalities.get(this.sheet.figures.codes[this.index]!)!
  }

  get weight(): bigint {
    return BigInt(this.amount)
  }

  get sum(): bigint {
    return BigInt(this.sheet.figures.total)
  }

  get percent(): string {
    const { weight, sum } = this
    if (sum === 0n) return '0.0000'
    const scaled = (weight * 10_000_000n) / sum // one place more than is kept
    return fixedDecimal((scaled + (scaled < 0n ? -5n : 5n)) / 10n, 4)
  }

  get amount(): number {
    return this.sheet.figures.totals[this.index]!
  }

  explain(language: Language): string {
    const { figures, lines } = this.sheet
    const parts = figures.lines.map((line, index) => ({
      description: lines[index]!.description,
      share: line.shares[this.index]!,
    }))
    return explainTotal(
      this.municipality.name,
      this.amount,
      parts,
      this.sheet.jointService.currency,
      language,
    )
  }
}

/** What each participant bears of the whole budget, by municipality code. */
export function totalShares(sheet: Sheet): CostShare[] {
  return sheet.figures.codes.map((_, index) => new CostShare(new TotalShare(sheet, index)))
}
