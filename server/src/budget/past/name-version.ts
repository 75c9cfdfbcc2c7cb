import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../../access/actor.ts'
import { authorize } from '../../access/authorize.ts'
import { readable } from '../../access/readable.ts'
import { ownId } from '../../connection/global-id.ts'
import { BudgetVersion } from '../../history/budget-version.entity.ts'
import { ChangeLog } from '../../history/change-log.ts'
import { Budget } from '../budget.entity.ts'
import type { NameBudgetVersionInput } from './version-input.ts'
import { presentMoment, readMoment } from './read-moment.ts'

const most = { name: 200, note: 5000 }

/**
 * Names a budget as it stood at a moment, also a locked one. Nothing of the history is written.
 *
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, `BAD_TEXT`, `BAD_MOMENT`; `ALREADY_EXISTS` for a name that is taken
 */
export async function nameVersion(
  em: EntityManager,
  actor: Actor,
  input: NameBudgetVersionInput,
): Promise<BudgetVersion> {
  const id = ownId(input.budgetId, 'Budget')
  const budget = await em.findOne(Budget, { id, ...readable(actor, 'jointService') })
  if (!budget) throw new Fault('NOT_FOUND', { budget: input.budgetId })
  authorize(actor, 'budget.edit', { jointService: budget.jointService.id })
  const name = input.name.trim()
  const note = input.note?.trim() ?? ''
  if (name === '' || name.length > most.name)
    throw new Fault('BAD_TEXT', { field: 'name', most: most.name })
  if (note.length > most.note) throw new Fault('BAD_TEXT', { field: 'note', most: most.note })

  return em.transactional(async (tx) => {
    await ChangeLog.open(tx) // one name at a time, and no edit meanwhile: now is now
    if (await tx.count(BudgetVersion, { budget: id, name }))
      throw new Fault('ALREADY_EXISTS', { field: 'name', name })
    const moment = input.at ? await readMoment(tx, id, input.at) : await presentMoment(tx)
    return tx.create(BudgetVersion, {
      budget: ref(budget),
      name,
      note,
      sequence: moment.sequence,
      actor: actor.id,
    })
  })
}

/**
 * Removes the name of a version; what it named stays in the history.
 *
 * @returns the budget that had it
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`
 */
export async function removeVersion(
  em: EntityManager,
  actor: Actor,
  versionId: string,
): Promise<Budget> {
  const id = ownId(versionId, 'BudgetVersion')
  const version = await em.findOne(
    BudgetVersion,
    { id, ...readable(actor, 'budget', 'jointService') },
    { populate: ['budget'] },
  )
  if (!version) throw new Fault('NOT_FOUND', { version: versionId })
  const budget = version.budget.unwrap()
  authorize(actor, 'budget.edit', { jointService: budget.jointService.id })
  await em.nativeDelete(BudgetVersion, { id })
  return budget
}
