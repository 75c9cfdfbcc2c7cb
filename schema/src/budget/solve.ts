import type { MunicipalityCode } from '../allocation/key.ts'
import type { Split } from '../allocation/split.ts'
import { Fault } from '../fault.ts'
import { ore } from '../money/ore.ts'
import type { BudgetFacts } from './facts.ts'
import type { BudgetFigures, LineFigures } from './figures.ts'
import { isPosition } from './position-cost.ts'
import { recalculate } from './recalculate.ts'
import { courseOfAmount, courseOfShare } from './solve-course.ts'
import { searchNearest } from './solve-search.ts'
import { lineWith, mostSize, thousandthsPer, type Unknown } from './solve-unknown.ts'

/** A figure that is wanted, in öre and signed as the budget shows it: a revenue is negative. */
export type SolveTarget =
  | { readonly kind: 'lineAmount' | 'budgetTotal'; readonly ore: number }
  | {
      readonly kind: 'share'
      readonly code: MunicipalityCode
      readonly ore: number
      readonly of: 'line' | 'budget'
    }

/** A value for the unknown, and what it gives, in öre. */
export interface Solution {
  /** In its own unit: per cent of full time, tenths of months, öre. */
  readonly value: number
  /** Of the line. */
  readonly amount: number
  /** Of the budget. */
  readonly total: number
  /** Of the municipality, of the line or of the budget; nothing where no share is wanted. */
  readonly share: number | undefined
}

/** The value that gives the figure; or those that give the nearest below and above, one alone at the limit. */
export interface Solutions {
  readonly exact?: Solution | undefined
  readonly below?: Solution | undefined
  readonly above?: Solution | undefined
}

/**
 * Solves a line backwards: which value of the unknown gives a wanted figure.
 *
 * It calculates with the functions of `recalculate`, so what it proposes gives what it says, and proposes only
 * what can be typed. Where several values give the same figure, it is the one nearest to the proportional.
 *
 * @param figures - of the facts, where they are known already
 * @throws {Fault} `UNKNOWN_LINE`; `AMOUNT_IS_CALCULATED` for the amount of a position; `NOT_A_PARTICIPANT` for
 *   whoever takes no part in the budget, or (reason `LEFT_OUT`) in the line; `CANNOT_SOLVE` with the reason
 *   `NO_EFFECT` when the unknown changes nothing, as the months of a monthly cost of 0, or `WRONG_SIGN` when it
 *   would have to be negative and cannot; `BAD_AMOUNT`; and the fault of the line's key
 */
export function solveLine(
  facts: BudgetFacts,
  lineId: string,
  unknown: Unknown,
  target: SolveTarget,
  figures: BudgetFigures = recalculate(facts),
): Solutions {
  const found = figures.lines.find(({ line }) => line.id === lineId)
  if (!found) throw new Fault('UNKNOWN_LINE', { lineId })
  const { line } = found
  if (unknown === 'amount' && isPosition(line)) throw new Fault('AMOUNT_IS_CALCULATED', { lineId })
  const split = figures.splits.of(line)
  if (split instanceof Fault) throw split

  const index = target.kind === 'share' ? indexOf(target.code, split) : -1
  const wanted = ore(ore(target.ore) - givenByOthers(figures, found, index, target))
  const course = index < 0 ? courseOfAmount : courseOfShare(split, index)
  const perOne = thousandthsPer(unknown, line)
  if (perOne === 0n || course.part === 0n) throw new Fault('CANNOT_SOLVE', { reason: 'NO_EFFECT' })
  const sign = wanted < 0 === perOne < 0n ? 1 : -1
  const most = mostSize(unknown, line, sign)
  if (most === 0 && wanted !== 0) throw new Fault('CANNOT_SOLVE', { reason: 'WRONG_SIGN' })

  const thousandths = perOne < 0n ? -perOne : perOne
  const nearest = searchNearest({ ...course, thousandths, most }, Math.abs(wanted))
  const giving = (value: number): Solution => {
    const changed = lineWith(line, unknown, value)
    const lines = facts.lines.map((other) => (other === line ? changed : other))
    const after = recalculate({ ...facts, lines }, figures)
    const own = after.lines.find((one) => one.line === changed)!
    const shares = target.kind === 'share' && target.of === 'line' ? own.shares : after.totals
    return { value, amount: own.amount ?? 0, total: after.total, share: shares[index] }
  }
  const solution = (size: number | undefined): Solution | undefined =>
    size === undefined ? undefined : giving(size === 0 ? 0 : sign * size)
  if (nearest.exact !== undefined) return { exact: solution(nearest.exact) }
  const [under, over] = [solution(nearest.under), solution(nearest.over)]
  return wanted < 0 ? { below: over, above: under } : { below: under, above: over }
}

/** What of the figure comes from other lines, in öre. */
function givenByOthers(
  { total, totals }: BudgetFigures,
  { amount, shares }: LineFigures,
  index: number,
  target: SolveTarget,
): number {
  switch (target.kind) {
    case 'lineAmount':
      return 0
    case 'budgetTotal':
      return total - (amount ?? 0)
    case 'share':
      return target.of === 'line' ? 0 : totals[index]! - shares[index]!
  }
}

function indexOf(code: MunicipalityCode, { weights }: Split): number {
  const index = weights.codes.indexOf(code)
  if (index < 0) throw new Fault('NOT_A_PARTICIPANT', { code })
  if (weights.leftOut.has(code)) throw new Fault('NOT_A_PARTICIPANT', { code, reason: 'LEFT_OUT' })
  return index
}
