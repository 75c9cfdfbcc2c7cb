import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ownId } from '../../connection/global-id.ts'
import { BudgetVersion } from '../../history/budget-version.entity.ts'
import { Change } from '../../history/change.entity.ts'
import { HistoryHead } from '../../history/history-head.entity.ts'
import type { BudgetMomentInput } from './moment-input.ts'
import type { BudgetMoment } from './past-budget.ts'

/**
 * The moment that an input means.
 *
 * @param budgetId - own id of the budget, whose versions alone can be named
 * @throws {Fault} `BAD_MOMENT` when it is not exactly one, or is yet to come; `NOT_FOUND` for a version
 */
export async function readMoment(
  em: EntityManager,
  budgetId: string,
  { time, sequence, version }: BudgetMomentInput,
): Promise<BudgetMoment> {
  const given = [time, sequence, version].filter((one) => one != null).length
  if (given !== 1) throw new Fault('BAD_MOMENT', { given })
  if (time != null) return momentAt(em, time)
  if (sequence != null) return momentAfter(em, await inLog(em, sequence))
  const id = ownId(version!, 'BudgetVersion')
  const named = await em.findOne(BudgetVersion, { id, budget: budgetId })
  if (!named) throw new Fault('NOT_FOUND', { version: version! })
  return { ...(await momentAfter(em, named.sequence)), version: named }
}

/** The moment that the log has come to. */
export async function presentMoment(em: EntityManager): Promise<BudgetMoment> {
  return momentAfter(em, (await endOf(em)).sequence)
}

async function momentAt(em: EntityManager, time: Date): Promise<BudgetMoment> {
  // the clock of another process may be ahead
  const latest = Math.max(Date.now(), (await endOf(em)).at.getTime())
  if (time.getTime() > latest) throw new Fault('BAD_MOMENT', { time: time.toISOString() })
  const newest = await em.findOne(
    Change,
    { at: { $lte: time } },
    { orderBy: { sequence: 'desc' }, fields: ['sequence', 'at'], disableIdentityMap: true },
  )
  return { sequence: newest?.sequence ?? 0, at: newest?.at ?? null, version: null }
}

async function momentAfter(em: EntityManager, sequence: number): Promise<BudgetMoment> {
  const newest = await em.findOne(
    Change,
    { sequence: { $lte: sequence } },
    { orderBy: { sequence: 'desc' }, fields: ['sequence', 'at'], disableIdentityMap: true },
  )
  return { sequence, at: newest?.at ?? null, version: null }
}

/** @throws {Fault} `BAD_MOMENT` for a sequence that the log has not come to */
async function inLog(em: EntityManager, sequence: number): Promise<number> {
  const { sequence: newest } = await endOf(em)
  if (sequence < 0 || sequence > newest) throw new Fault('BAD_MOMENT', { sequence, newest })
  return sequence
}

function endOf(em: EntityManager): Promise<HistoryHead> {
  return em.findOneOrFail(HistoryHead, { id: 1 }, { disableIdentityMap: true })
}
