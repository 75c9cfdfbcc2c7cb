import { sql } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type Part, part, shareSource, statementOf } from './statement.ts'

/** Whether all shares of each line that has a share among those that meet some conditions add up to the line. */
export async function linesAddUp(em: EntityManager, where: readonly Part[]): Promise<boolean> {
  const touched = statementOf({
    source: shareSource,
    columns: [part('s.line_id')],
    where,
  })
  const wrong = sql`
    select count(*) as n from line_figures f
    where f.line_id in (${touched}) and f.amount <> f.difference +
      (select sum(a.amount) from cost_share a where a.line_id = f.line_id)`
  const [row] = await em.execute<[{ n: number }]>(wrong)
  return Number(row.n) === 0
}
