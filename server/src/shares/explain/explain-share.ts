import type { BasisWeights, ResidualRule } from '@andel/schema/allocation'
import { type LineFigures, type ShareTrace, isPosition, traceShare } from '@andel/schema/budget'
import { formatDecimal } from '@andel/schema/money'
import {
  AmountStepType,
  BasisKindType,
  ResidualRuleType,
  ShareStepType,
} from '../../allocation/key-enums.ts'
import { type BudgetLine, LineKind } from '../../budget/budget-line.entity.ts'
import type { CostShare } from '../../budget/cost-share.ts'
import { linePlace } from '../../budget/line-place.ts'
import { lineShare } from '../../budget/line-share.ts'
import type { Sheet } from '../../budget/sheet.ts'
import type { Municipality } from '../../municipality/municipality.entity.ts'
import type { BasisExplanation } from './basis-explanation.ts'
import type { LineExplanation, ShareExplanation } from './share-explanation.ts'
import type { ResidualExplanation } from './step-explanation.ts'

/** Why a share is what it is. What the words of `explanation` say, as figures. */
export function explainShare(share: CostShare): ShareExplanation {
  const { sheet, line, municipality, weight, sum } = share.source
  const common = {
    municipality,
    amount: share.amount,
    share: share.share,
    weight: String(weight),
    sumOfWeights: String(sum),
    exactShare: share.exactShare,
    agreement: sheet.agreement,
  }
  if (line) return { ...common, ...explainLineShare(sheet, line, municipality), parts: [] }
  const parts = sheet.figures.lines.flatMap((one) => lineShare(sheet, one, municipality.code) ?? [])
  return { ...common, line: null, key: null, bases: [], shareStep: null, amountStep: null, parts }
}

type OfLine = Pick<ShareExplanation, 'line' | 'key' | 'bases' | 'shareStep' | 'amountStep'>

function explainLineShare(sheet: Sheet, { line }: LineFigures, { code }: Municipality): OfLine {
  const trace = traceShare(sheet.figures, line.id, code)
  const stored = sheet.lines[linePlace(sheet, line.id)!]!
  const { shareStep, amountStep, residualRule } = trace.key.rounding
  const { steps, money } = trace
  return {
    line: explainLine(sheet, trace, stored),
    key: sheet.keys.get(line.keyId)!,
    bases: trace.bases.map((basis) => explainBasis(sheet, trace, basis)),
    shareStep: steps
      ? {
          step: ShareStepType[shareStep],
          inAll: steps.whole,
          floor: steps.floor,
          received: steps.received,
          steps: steps.floor + steps.received,
          share: trace.percent,
          residual: explainResidual(sheet, residualRule, steps),
        }
      : null,
    amountStep: {
      step: AmountStepType[amountStep],
      unit: money.unit,
      whole: money.whole,
      floor: money.floor,
      received: money.received,
      rest: money.rest,
      residual: explainResidual(sheet, residualRule, money),
    },
  }
}

function explainLine(sheet: Sheet, trace: ShareTrace, stored: BudgetLine): LineExplanation {
  const { line, amount, difference, leftOut } = trace
  return {
    amount,
    kind: LineKind[line.kind],
    position: isPosition(line)
      ? {
          workload: line.workload ?? 0,
          months: formatDecimal(line.months ?? 0, 1),
          monthlyCost: line.monthlyCost,
        }
      : null,
    typedAmount: isPosition(line) ? null : line.amount,
    leftOut: leftOut.map((code) => sheet.municipalities.get(code)!),
    difference,
    decision: stored.decision,
    note: stored.note,
  }
}

function explainBasis(sheet: Sheet, trace: ShareTrace, part: BasisWeights): BasisExplanation {
  const { basis, places, values, weights, sum, byMonths } = part
  const value = values[trace.index]!
  const floor = BigInt(basis.floor ?? 0) * 10n ** BigInt(places)
  const on = basis.kind === 'POPULATION' ? basis.on : null
  const use = basis.kind === 'USE' ? basis : null
  return {
    kind: BasisKindType[basis.kind],
    percent: basis.percent,
    value: formatDecimal(value, places),
    floor: basis.floor ?? null,
    lifted: value < floor,
    months: byMonths ? trace.participants[trace.index]!.months : null,
    weight: formatDecimal(weights[trace.index]!, places),
    sum: formatDecimal(sum, places),
    on,
    population:
      sheet.populations.find(
        (figure) => figure.on === on && figure.municipality.code === trace.code,
      ) ?? null,
    statistic: use?.statistic ?? null,
    period: use?.period ?? null,
    source: use?.source ?? null,
  }
}

type Apportionment = ShareTrace['money']

function explainResidual(
  { figures: { codes }, municipalities }: Sheet,
  rule: ResidualRule,
  { spare, remainder, divisor, place, tied, receivers }: Apportionment,
): ResidualExplanation {
  return {
    rule: ResidualRuleType[rule],
    spare,
    remainder: `${remainder}/${divisor}`,
    place,
    tied,
    receivers: receivers.map((index) => municipalities.get(codes[index]!)!),
  }
}
