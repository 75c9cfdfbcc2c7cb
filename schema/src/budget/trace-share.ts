import type { BasisWeights } from '../allocation/basis-weights.ts'
import type { Key, MunicipalityCode } from '../allocation/key.ts'
import type { Participant } from '../allocation/participant.ts'
import { traceApportionment, type Apportionment } from '../allocation/trace-apportionment.ts'
import { Fault } from '../fault.ts'
import type { LineFacts } from './facts.ts'
import type { BudgetFigures } from './figures.ts'

/** How one participant's share of one line came about. */
export interface ShareTrace {
  readonly line: LineFacts
  readonly code: MunicipalityCode
  /** Participants of the budget in code order, to whom every index and every list here refers. */
  readonly participants: readonly Participant[]
  readonly index: number
  readonly key: Key
  /** Öre, signed. */
  readonly amount: number
  readonly share: number
  /** The line's rounding difference, under EACH_ALONE. */
  readonly difference: number
  /** False for a participant whom the line leaves out: no party to it, which is something else than 0. */
  readonly takesPart: boolean
  readonly leftOut: readonly MunicipalityCode[]
  /** The exact share is weight / sum. */
  readonly weight: bigint
  readonly sum: bigint
  readonly bases: readonly BasisWeights[]
  /** "4.2": rounded to the share step; without one, the exact share to four decimals. */
  readonly percent: string
  /** How the whole share steps were shared out, where the key rounds shares. */
  readonly steps: Apportionment | undefined
  /** How the money was shared out: by the steps where there are any, otherwise by the weights. */
  readonly money: Apportionment
}

/**
 * Follows one share from the amount back to what weighed. Costs more than calculating it; made when asked for.
 *
 * @throws {Fault} `UNKNOWN_LINE`, `NOT_A_PARTICIPANT`, and the line's own fault when it has one
 */
export function traceShare(
  figures: BudgetFigures,
  lineId: string,
  code: MunicipalityCode,
): ShareTrace {
  const found = figures.lines.find(({ line }) => line.id === lineId)
  if (!found) throw new Fault('UNKNOWN_LINE', { lineId })
  const { line, amount, shares, difference, split, fault } = found
  if (!split || amount === undefined) throw fault ?? new Fault('UNKNOWN_LINE', { lineId })
  const index = figures.codes.indexOf(code)
  if (index < 0) throw new Fault('NOT_A_PARTICIPANT', { code })

  const { weights, rounding, heir, unit, proportions } = split
  const follow = (whole: number, step: number, parts: readonly bigint[], sum: bigint) =>
    traceApportionment(whole, step, parts, sum, rounding.residualRule, heir, index)
  return {
    line,
    code,
    participants: figures.splits.participants,
    index,
    key: figures.facts.keys[line.keyId]!,
    amount,
    share: shares[index]!,
    difference,
    takesPart: !weights.leftOut.has(code),
    leftOut: weights.codes.filter((each) => weights.leftOut.has(each)),
    weight: weights.values[index]!,
    sum: weights.sum,
    bases: weights.bases,
    percent: split.percentText(index),
    steps: split.steps && follow(split.steps.inAll, 1, weights.values, weights.sum),
    money: follow(Math.abs(amount), unit, proportions.parts, proportions.whole),
  }
}
