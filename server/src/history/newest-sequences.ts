import { sql } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/sqlite'
import { Change } from './change.entity.ts'

/** Sequence of the newest change of each budget that has any. */
export async function newestSequences(
  em: EntityManager,
  budgetIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em
    .createQueryBuilder(Change, 'c')
    .select(['c.budget', sql`max(c.sequence)`.as('newest')])
    .where({ budget: { $in: [...budgetIds] } })
    .groupBy('c.budget')
    .execute<{ budget: string; newest: number }[]>('all')
  return new Map(rows.map((row) => [row.budget, Number(row.newest)]))
}
