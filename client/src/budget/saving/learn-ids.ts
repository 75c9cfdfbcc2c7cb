import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { Answer } from './settle.ts'
import type { Batch } from './outbox.ts'

const entities = { addLine: 'BudgetLine', addKey: 'DistributionKey' } as const

/** Pairs what the batch added with the ids that the server gave it: both lists are in the order of the edits. */
export function learnIds(ids: LocalIds, batch: Batch, changes: Answer['changes']): LocalIds {
  const learnt = { ...ids }
  for (const kind of ['addLine', 'addKey'] as const) {
    const given = changes.filter(({ entity, field }) => entity === entities[kind] && field === '+')
    const sent = batch.step.entries.slice(0, batch.inputs.length)
    const made = sent.flatMap(({ edit }) =>
      (edit.kind === 'addLine' || edit.kind === 'restoreLine') && kind === 'addLine'
        ? [edit.lineId]
        : edit.kind === 'addKey' && kind === 'addKey'
          ? [edit.keyId]
          : [],
    )
    made.forEach((id, index) => {
      const server = given[index]?.entityId
      if (server !== undefined && server !== id && localId(server, learnt) === server)
        learnt[id] = server
    })
  }
  return learnt
}
