import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { populationDates } from '../../allocation/key-facts.ts'
import { written } from '../../connection/conditions.ts'
import { Change } from '../../history/change.entity.ts'
import { Municipality } from '../../municipality/municipality.entity.ts'
import { assembleSheet, loadRows, type Rows } from '../load-sheets.ts'
import type { Sheet } from '../sheet.ts'
import { loadFiguresThen } from './load-figures-then.ts'
import { codesIn, rewindFacts, rowsOf } from './rewind-rows.ts'

/**
 * A budget as it was: what stands now, with every change since then taken back, calculated anew.
 *
 * @param em - reads as of one moment
 * @param sequence - of the newest change of the budget that it then held
 * @returns a `NOT_FOUND` when there was no budget yet
 */
export async function loadPastSheet(
  em: EntityManager,
  id: string,
  sequence: number,
): Promise<Sheet | Error> {
  const now = (await loadRows(em, [id])).get(id)
  const facts = now && rewindFacts(now, await changesAfter(em, now, sequence))
  if (!facts) return new Fault('NOT_FOUND', { budget: id, sequence })

  const codes = codesIn(facts)
  const found = await em.find(Municipality, { code: { $in: codes } })
  const newest = await em.findOne(Change, { sequence }, { fields: ['at'] })
  const moment = { sequence, at: newest?.at ?? null, version: null }
  const rows = rowsOf(facts, now, moment, new Map(found.map((one) => [one.code, one])))
  const dates = [...new Set(rows.keys.flatMap(populationDates))]
  const populations = await loadFiguresThen(em, { codes, dates }, sequence)
  return assembleSheet({ ...rows, populations })
}

/**
 * What was done since with the budget itself, its keys and its lines, newest first, and with who takes part in anything of its
 * joint service: also what did not reach the budget when it was done, for it stands on what did. Of each field of each thing
 * the oldest change alone, which has the value that there was: as many as the sheet has cells, however long ago it is.
 */
function changesAfter(em: EntityManager, { budget, jointService }: Rows, sequence: number) {
  const oldest = written(
    `{}.sequence in (select min(oldest.sequence) from change oldest where oldest.sequence > ?
      and ((oldest.budget_id = ? and oldest.entity in ('Budget', 'BudgetLine', 'DistributionKey'))
        or (oldest.joint_service_id = ? and oldest.entity = 'Participation'))
      group by oldest.entity_id, oldest.field)`,
    [sequence, budget.id, jointService.id],
  )
  return em.find(Change, oldest, {
    orderBy: { sequence: 'desc' },
    fields: ['entity', 'entityId', 'version', 'field', 'before'],
    disableIdentityMap: true,
  })
}
