import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { Answer } from './settle.ts'
import type { Batch } from './outbox.ts'

const entities = { addLine: 'BudgetLine', addKey: 'DistributionKey' } as const

/** Pairs what the batch added with the ids that the server gave it: both lists are in the order of the edits. */
export function learnIds(ids: LocalIds, batch: Batch, changes: Answer['changes']): LocalIds {
  const learnt = { ...ids }
  for (const kind of ['addLine', 'addKey'] as const) {
    const given = changes.filter(({ entity, field }) => entity === entities[kind] && field === '+')
    const made = batch.entries.flatMap(({ edit }) =>
      edit.kind === 'addLine' && kind === 'addLine'
        ? [edit.lineId]
        : edit.kind === 'addKey' && kind === 'addKey'
          ? [edit.keyId]
          : [],
    )
    made.forEach((id, index) => {
      const server = given[index]?.entityId
      if (server !== undefined && localId(server, learnt) === server) learnt[id] = server
    })
  }
  return learnt
}
