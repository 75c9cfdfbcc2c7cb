import type { LoggedChange } from '@andel/schema/history'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { toGlobalId } from '../connection/global-id.ts'
import { Change } from '../history/change.entity.ts'

const atOnce = 1000

/** A change as replaying takes it. */
export function loggedChange(change: Change): LoggedChange {
  const { entity, entityId, version, field, before, after } = change
  return { entity, entityId, version, field, before, after, owner: ownerOf(change) }
}

/** What a change says that its entity is part of. A population figure is nobody's, wherever it was edited. */
function ownerOf({ entity, budget, jointService }: Change): string | null {
  const inBudget = entity === 'BudgetLine' || entity === 'DistributionKey'
  if (inBudget && budget) return toGlobalId('Budget', budget.id)
  const inService = inBudget || ['Agreement', 'Budget', 'Participation'].includes(entity)
  return inService && jointService ? toGlobalId('JointService', jointService.id) : null
}

/** The whole log, oldest first, never much of it at a time. */
export async function* changesForward(em: EntityManager): AsyncGenerator<Change> {
  for (let last: number | undefined; ;) {
    const where = last === undefined ? {} : { sequence: { $gt: last } }
    const changes = await pageOf(em, where, 'asc')
    yield* changes
    last = changes.at(-1)?.sequence
    if (last === undefined) return
  }
}

/** The whole log, newest first, never much of it at a time. */
export async function* changesBackward(em: EntityManager): AsyncGenerator<Change> {
  for (let last: number | undefined; ;) {
    const where = last === undefined ? {} : { sequence: { $lt: last } }
    const changes = await pageOf(em, where, 'desc')
    yield* changes
    last = changes.at(-1)?.sequence
    if (last === undefined) return
  }
}

function pageOf(em: EntityManager, where: object, order: 'asc' | 'desc'): Promise<Change[]> {
  return em.find(Change, where, {
    orderBy: { sequence: order },
    limit: atOnce,
    disableIdentityMap: true,
  })
}
