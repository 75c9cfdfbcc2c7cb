import { formatKronor, parseKronor } from '@andel/schema/money'

interface YearlyBudget {
  readonly year: number
  readonly total: string
}

/**
 * How much more each budget is than the one of the year before, as API money; nothing where that year has none.
 *
 * @param budgets - of one joint service, in any order
 */
export function yearOnYear(budgets: readonly YearlyBudget[]): ReadonlyMap<number, string> {
  const totals = new Map(budgets.map(({ year, total }) => [year, parseKronor(total)]))
  const changes = new Map<number, string>()
  for (const [year, total] of totals) {
    const before = totals.get(year - 1)
    if (before !== undefined) changes.set(year, formatKronor(total - before))
  }
  return changes
}
