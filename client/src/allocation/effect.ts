import type { MunicipalityCode } from '@andel/schema/allocation'
import type { BudgetFigures } from '@andel/schema/budget'
import type { Fault } from '@andel/schema/fault'

/** What a change means for each participant, in öre. */
export interface Effect {
  readonly rows: readonly {
    readonly code: MunicipalityCode
    readonly before: number
    readonly after: number
  }[]
  readonly before: number
  readonly after: number
  /** What EACH_ALONE leaves over before the change. */
  readonly differenceBefore: number
  /** What it leaves over after the change. */
  readonly difference: number
  /** Why a line can no longer be calculated. */
  readonly fault: Fault | undefined
}

/**
 * Compares a budget before and after a change: by participant, what it bears.
 *
 * @param lineIds - sums over some lines only; left out, over the whole budget
 */
export function effectOf(
  before: BudgetFigures,
  after: BudgetFigures,
  lineIds?: ReadonlySet<string>,
): Effect {
  const old = lineIds ? sumsOf(before, lineIds) : before
  const now = lineIds ? sumsOf(after, lineIds) : after
  const place = new Map(before.codes.map((code, index) => [code, index]))
  return {
    rows: after.codes.map((code, index) => ({
      code,
      before: old.totals[place.get(code) ?? -1] ?? 0,
      after: now.totals[index] ?? 0,
    })),
    before: old.total,
    after: now.total,
    differenceBefore: old.difference,
    difference: now.difference,
    fault: after.lines.find(({ line, fault }) => fault && (lineIds?.has(line.id) ?? true))?.fault,
  }
}

function sumsOf({ lines, codes }: BudgetFigures, lineIds: ReadonlySet<string>) {
  const chosen = lines.filter(({ line }) => lineIds.has(line.id))
  const sum = (value: (line: (typeof chosen)[number]) => number) =>
    chosen.reduce((total, line) => total + value(line), 0)
  return {
    totals: codes.map((_code, index) => sum(({ shares }) => shares[index] ?? 0)),
    total: sum(({ amount }) => amount ?? 0),
    difference: sum(({ difference }) => difference),
  }
}
