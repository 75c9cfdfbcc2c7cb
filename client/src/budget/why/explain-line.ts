import type { MunicipalityCode } from '@andel/schema/allocation'
import { traceShare } from '@andel/schema/budget'
import { explainShare, type ExplanationStep, type Provenance } from '@andel/schema/explanation'
import { formatNumber, type Language } from '@andel/schema/money'
import { kronorText } from '../cells/number-text.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import type { Sheet, SheetLine } from '../sheet/sheet.ts'

/** One share with the whole chain behind it, in words. */
export interface LineExplanation {
  readonly share: string
  /** Amount and percentage that give the share; nothing for whoever is no party to the line. */
  readonly product:
    | { readonly amount: string; readonly percent: string; readonly exact: boolean }
    | undefined
  readonly steps: readonly ExplanationStep[]
}

/**
 * Explains a share as it is shown, saved or not.
 *
 * @throws {Fault} the line's own fault when it has one
 */
export function explainLine(
  { sheet, figures, rows }: SheetView,
  lineId: string,
  code: MunicipalityCode,
  language: Language,
): LineExplanation {
  const trace = traceShare(figures, lineId, code)
  const kronor = (ore: number) => `${kronorText(ore, language, false)}\u00a0kr`
  return {
    share: kronor(trace.share),
    product: trace.takesPart
      ? {
          amount: kronor(trace.amount),
          percent: `${formatNumber(trace.percent, { language })}\u00a0%`,
          exact: trace.steps !== undefined && trace.money.remainder === 0n,
        }
      : undefined,
    steps: explainShare(trace, provenanceOf(sheet, rows.get(lineId)?.line), language),
  }
}

function provenanceOf(sheet: Sheet, line: SheetLine | undefined): Provenance {
  const { description = '', decision = '', note = '' } = line ?? {}
  return {
    currency: sheet.service.currency,
    names: sheet.names,
    agreement: sheet.agreement,
    line: { description, decision, note },
    population: (on, code) => sheet.records[on]?.[code],
  }
}
