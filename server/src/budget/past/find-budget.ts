import { Fault } from '@andel/schema/fault'
import { readable } from '../../access/readable.ts'
import type { RequestContext } from '../../context.ts'
import { ownId } from '../../connection/global-id.ts'
import { newestSequences } from '../../history/newest-sequences.ts'
import { Budget } from '../budget.entity.ts'
import type { BudgetMomentInput } from './moment-input.ts'
import type { BudgetMoment, PastBudget } from './past-budget.ts'
import { readMoment } from './read-moment.ts'
import { pastKey } from './sheet-key.ts'

type Asking = Pick<RequestContext, 'em' | 'actor' | 'sheets'>

/**
 * A budget that whoever asks may read, by global id; null when there is none.
 *
 * @param asOf - the moment at which it is told; left out, as it is
 * @throws {Fault} what `readMoment` throws; `BAD_INPUT` for the id
 */
export async function findBudget(
  asking: Asking,
  globalId: string,
  asOf?: BudgetMomentInput | null,
): Promise<Budget | null> {
  const { em, actor } = asking
  const id = ownId(globalId, 'Budget')
  const budget = await em.findOne(Budget, { id, ...readable(actor, 'jointService') })
  if (!budget || !asOf) return budget
  return budgetThen(asking, id, await readMoment(em, id, asOf))
}

/** A budget as it was at a moment; null when there was none. @param id - own id */
async function budgetThen(
  { em, sheets }: Pick<Asking, 'em' | 'sheets'>,
  id: string,
  asOf: BudgetMoment,
): Promise<PastBudget | null> {
  const stands = (await newestSequences(em, [id], asOf.sequence)).get(id) ?? 0
  try {
    const { budget } = await sheets.load(pastKey(id, stands))
    return { ...budget, globalId: budget.globalId, asOf, stands }
  } catch (error) {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return null
    throw error
  }
}
