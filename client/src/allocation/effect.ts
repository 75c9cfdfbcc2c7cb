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
  /** What EACH_ALONE leaves over after the change. */
  readonly difference: number
  /** Why a line can no longer be calculated. */
  readonly fault: Fault | undefined
}

/** Compares some lines before and after a change: sums of their shares, by participant. */
export function effectOf(
  before: BudgetFigures,
  after: BudgetFigures,
  lineIds: ReadonlySet<string>,
): Effect {
  const old = linesOf(before, lineIds)
  const now = linesOf(after, lineIds)
  const sum = (lines: typeof now, value: (line: (typeof now)[number]) => number) =>
    lines.reduce((total, line) => total + value(line), 0)
  return {
    rows: after.codes.map((code, index) => ({
      code,
      before: sum(old, ({ shares }) => shares[index] ?? 0),
      after: sum(now, ({ shares }) => shares[index] ?? 0),
    })),
    before: sum(old, ({ amount }) => amount ?? 0),
    after: sum(now, ({ amount }) => amount ?? 0),
    difference: sum(now, ({ difference }) => difference),
    fault: now.find(({ fault }) => fault)?.fault,
  }
}

function linesOf({ lines }: BudgetFigures, lineIds: ReadonlySet<string>) {
  return lines.filter(({ line }) => lineIds.has(line.id))
}
