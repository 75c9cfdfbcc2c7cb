import { sql } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Change } from './change.entity.ts'
import { ReachedBudget } from './reached-budget.entity.ts'

interface Row {
  readonly budget: string
  readonly newest: number
}

/**
 * Sequence of the newest change of each budget that has any: its own, or one made elsewhere that reaches it.
 *
 * @param upTo - the newest of the log that counts; left out, all do
 */
export async function newestSequences(
  em: EntityManager,
  budgetIds: readonly string[],
  upTo?: number,
): Promise<Map<string, number>> {
  const where = { budget: { $in: [...budgetIds] } }
  const limit = upTo === undefined ? undefined : { $lte: upTo }
  const own = await em
    .createQueryBuilder(Change, 'c')
    .select(['c.budget', sql`max(c.sequence)`.as('newest')])
    .where(limit ? { ...where, sequence: limit } : where)
    .groupBy('c.budget')
    .execute<Row[]>('all')
  const reached = await em
    .createQueryBuilder(ReachedBudget, 'r')
    .select(['r.budget', sql`max(r.change_sequence)`.as('newest')])
    .where(limit ? { ...where, change: { sequence: limit } } : where)
    .groupBy('r.budget')
    .execute<Row[]>('all')
  const newest = new Map<string, number>()
  for (const row of [...own, ...reached]) {
    newest.set(row.budget, Math.max(newest.get(row.budget) ?? 0, Number(row.newest)))
  }
  return newest
}
