import { explainTotal } from '@andel/schema/explanation'
import { fixedDecimal } from '@andel/schema/money'
import type { Municipality } from '../municipality/municipality.entity.ts'
import { CostShare } from './cost-share.ts'
import type { Language } from './language.ts'
import type { Sheet } from './sheet.ts'

/** A share of a whole budget: the sum of the shares of its lines, weighed in öre. */
class TotalShare extends CostShare {
  constructor(
    private readonly sheet: Sheet,
    private readonly index: number,
  ) {
    super()
  }

  get municipality(): Municipality {
    return this.sheet.municipalities.get(this.sheet.figures.codes[this.index]!)!
  }

  get weight(): string {
    return String(this.amount)
  }

  get exactShare(): string {
    return `${this.amount}/${this.sheet.figures.total}`
  }

  get share(): string {
    const { total } = this.sheet.figures
    if (total === 0) return '0.0000'
    const scaled = (BigInt(this.amount) * 10_000_000n) / BigInt(total) // one place more than is kept
    return fixedDecimal((scaled + (scaled < 0n ? -5n : 5n)) / 10n, 4)
  }

  get amount(): number {
    return this.sheet.figures.totals[this.index]!
  }

  protected explain(language: Language): string {
    const { figures, lines } = this.sheet
    const parts = figures.lines.map((line, index) => ({
      description: lines[index]!.description,
      share: line.shares[this.index]!,
    }))
    return explainTotal(this.municipality.name, this.amount, parts, this.sheet.jointService.currency, language)
  }
}

/** What each participant bears of the whole budget, by municipality code. */
export function totalShares(sheet: Sheet): CostShare[] {
  return sheet.figures.codes.map((_, index) => new TotalShare(sheet, index))
}
