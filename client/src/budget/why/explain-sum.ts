import type { MunicipalityCode } from '@andel/schema/allocation'
import { explainTotal } from '@andel/schema/explanation'
import type { Language } from '@andel/schema/money'
import { kronorText } from '../cells/number-text.ts'
import type { SheetView } from '../figures/sheet-view.ts'

/** What a participant bears in all, as the sum of its shares. */
export interface SumExplanation {
  readonly share: string
  readonly sentence: string
  readonly parts: readonly {
    readonly lineId: string
    readonly number: number
    readonly description: string
    readonly share: string
  }[]
}

/** Explains a participant's total: lines that it is no party to, and those without figures, are no part of it. */
export function explainSum(
  { sheet, figures, rows, withOre }: SheetView,
  code: MunicipalityCode,
  language: Language,
): SumExplanation {
  const index = figures.codes.indexOf(code)
  const total = figures.totals[index] ?? 0
  const parts = [...rows.values()].flatMap(({ line, index: at, figures: own }) =>
    own?.amount === undefined || line.excluded.includes(code)
      ? []
      : [
          {
            lineId: line.id,
            number: at + 1,
            description: line.description,
            ore: own.shares[index] ?? 0,
          },
        ],
  )
  const [sentence = ''] = explainTotal(
    sheet.names[code] ?? code,
    total,
    parts.map(({ description, ore }) => ({ description, share: ore })),
    sheet.service.currency,
    language,
  ).split('\n')
  return {
    share: `${kronorText(total, language, false)}\u00a0kr`,
    sentence,
    parts: parts.map(({ ore, ...part }) => ({
      ...part,
      share: kronorText(ore, language, withOre),
    })),
  }
}
