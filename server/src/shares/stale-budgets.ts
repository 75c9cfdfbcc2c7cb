import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { placeholders } from '../connection/conditions.ts'
import { method } from './copied-figures.ts'

/** The newest change that reaches a budget `b`: one of its own, or one made elsewhere. */
const own = '(select max(c.sequence) from "change" c where c.budget_id = b.id)'
const reaching = '(select max(r.change_sequence) from reached_budget r where r.budget_id = b.id)'

/** Budgets whose copy is missing, older than their newest change, or made in another way; by id. Of some budgets alone, when `only` names them. */
export async function staleBudgets(
  em: EntityManager,
  only?: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; own: number | null; reaching: number | null }[]>(
    `select b.id as id, ${own} as own, ${reaching} as reaching from budget b
     left join budget_figures f on f.budget_id = b.id
     where (f.budget_id is null or f.method <> ${method}
       or f.sequence < ${own} or f.sequence < ${reaching})
       ${only ? `and b.id in ${placeholders(only)}` : ''}`,
    [...(only ?? [])],
  )
  return new Map(
    rows.map(({ id, ...row }) => [id, Math.max(Number(row.own ?? 0), Number(row.reaching ?? 0))]),
  )
}
