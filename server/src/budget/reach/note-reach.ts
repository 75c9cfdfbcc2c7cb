import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Change } from '../../history/change.entity.ts'
import { ReachedBudget } from '../../history/reached-budget.entity.ts'
import type { Budget } from '../budget.entity.ts'

/** Keeps that changes made elsewhere reach a budget, so that its log tells of them. Writes the changes first. */
export async function noteReach(
  em: EntityManager,
  reach: readonly { readonly change: Change; readonly budget: Budget }[],
): Promise<void> {
  if (reach.length === 0) return
  await em.flush() // numbers the changes
  await em.insertMany(
    ReachedBudget,
    reach.map(({ change, budget }) => ({ change: ref(change), budget: ref(budget) })),
  )
}
