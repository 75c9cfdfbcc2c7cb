import { NewestChangesDocument, type NewestChangesQuery } from '@andel/schema/operations'
import { request } from '../../api/index.ts'
import { cellField } from '../sheet/cell-field.ts'
import type { Edit } from '../sheet/edit.ts'
import { serverId, type LocalIds } from '../sheet/local-ids.ts'

/** A change as the log has it, with who made it and when. */
export type NewestChange = NonNullable<NewestChangesQuery['budget']>['changes']['nodes'][number]

/**
 * The newest changes of what some edits concern.
 *
 * @returns oldest first; none when the server cannot be asked
 */
export async function newestChanges(
  budgetId: string,
  edits: readonly Edit[],
  ids: LocalIds,
): Promise<readonly NewestChange[]> {
  const entityIds = [...new Set(edits.flatMap((edit) => entityOf(edit, ids) ?? []))]
  const isOfFigures = edits.some(({ kind }) => kind === 'setPopulation')
  const filters = [
    ...(entityIds.length > 0 ? [{ entityIds }] : []),
    ...(isOfFigures ? [{ entities: ['PopulationFigure'] }] : []),
  ]
  const ask = filters.map((filter) => request(NewestChangesDocument, { id: budgetId, filter }))
  const answers = await Promise.all(ask).catch(() => [])
  return answers.flatMap(({ budget }) => budget?.changes.nodes ?? [])
}

/**
 * The last change of what an edit concerns.
 *
 * @param changes - oldest first
 */
export function lastAbout(
  edit: Edit,
  changes: readonly NewestChange[],
  ids: LocalIds,
): NewestChange | undefined {
  return changes.findLast((change) => isAbout(change, edit, ids))
}

function isAbout(change: NewestChange, edit: Edit, ids: LocalIds): boolean {
  if (edit.kind === 'setPopulation') {
    const figure = change.after as { municipality?: string; on?: string } | null
    const { code, on } = edit
    const isFigure = change.entity === 'PopulationFigure'
    return isFigure && figure?.municipality === code && figure.on === on
  }
  if (change.entityId !== entityOf(edit, ids)) return false
  if (edit.kind !== 'setLine' || change.field === '-') return true
  return Object.keys(edit.fields).some((field) => cellField(field) === cellField(change.field))
}

function entityOf(edit: Edit, ids: LocalIds): string | undefined {
  if (edit.kind === 'setPopulation') return undefined
  return serverId('lineId' in edit ? edit.lineId : edit.keyId, ids)
}
