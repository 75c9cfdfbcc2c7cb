import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { BudgetVersion } from '../../history/budget-version.entity.ts'
import { Change } from '../../history/change.entity.ts'

/** The named versions of budgets, the newest first, in the order of the own ids. One statement. */
export async function loadVersions(
  em: EntityManager,
  budgetIds: readonly string[],
): Promise<BudgetVersion[][]> {
  const found = await em.find(
    BudgetVersion,
    { budget: { $in: [...budgetIds] } },
    { orderBy: { namedAt: 'desc', id: 'asc' } },
  )
  const byBudget = Map.groupBy(found, ({ budget }) => budget.id)
  return budgetIds.map((id) => byBudget.get(id) ?? [])
}

/** When changes were accepted, in the order of their numbers; null where there is none. One statement. */
export async function loadTimes(
  em: EntityManager,
  sequences: readonly number[],
): Promise<(Date | null)[]> {
  const found = await em.find(
    Change,
    { sequence: { $in: [...sequences] } },
    { fields: ['sequence', 'at'], disableIdentityMap: true },
  )
  const times = new Map(found.map(({ sequence, at }) => [sequence, at]))
  return sequences.map((sequence) => times.get(sequence) ?? null)
}
