import type { NewestChangesQuery } from '@andel/schema/operations'
import { serverId, type LocalIds } from '../sheet/local-ids.ts'
import { cellField } from '../sheet/cell-field.ts'
import { isOvertaken } from '../saving/based-on.ts'
import type { Held, Objection } from '../saving/outbox.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { isOfGoneLine, type HeldPart } from './parts.ts'
import { removedLine } from './removed-line.ts'

type Change = NonNullable<NewestChangesQuery['budget']>['changes']['nodes'][number]

/**
 * Whether somebody has written once more since the server told of the conflict, or has removed the line; or has
 * written for the first time where a tab left something that the server has not seen.
 */
export function isBehind({ one }: HeldPart, sheet: Sheet): boolean {
  const { objection, entry } = one
  if (isOfGoneLine(one, sheet)) return objection.kind !== 'removed'
  if (objection.kind === 'left') return !!entry && isOvertaken(entry.based, sheet, entry.edit)
  if (objection.kind !== 'conflict') return false
  return standingVersion(one, sheet) > objection.currentVersion
}

/** Which changes tell of what stands where some parts are held: those of lines and keys by their ids. */
export function idsOf(parts: readonly HeldPart[], ids: LocalIds): readonly string[] {
  return parts.flatMap(({ one }) => entityOf(one, ids) ?? [])
}

/**
 * Why a part does not count, as things stand now.
 *
 * @param changes - oldest first
 * @returns `undefined` when no change tells
 */
export function newerObjection(
  { one }: HeldPart,
  changes: readonly Change[],
  sheet: Sheet,
  ids: LocalIds,
): Objection | undefined {
  const edit = one.entry?.edit
  const gone = edit?.kind === 'setLine' && isOfGoneLine(one, sheet)
  const change = changes.findLast(
    (told) => isAbout(told, one, ids) && (!gone || told.field === '-'),
  )
  if (!change) return undefined
  const told = { by: change.actor, byId: change.actorId, at: change.at }
  if (gone) {
    return { kind: 'removed', ...told, line: removedLine(edit.lineId, change.before, ids) }
  }
  const currentVersion = standingVersion(one, sheet)
  return { kind: 'conflict', ...told, currentVersion, current: change.after }
}

function isAbout(change: Change, { entry }: Held, ids: LocalIds): boolean {
  const edit = entry?.edit
  if (edit?.kind === 'setPopulation') {
    const figure = change.after as { municipality?: string; on?: string } | null
    const { code, on } = edit
    const isFigure = change.entity === 'PopulationFigure'
    return isFigure && figure?.municipality === code && figure.on === on
  }
  if (change.entityId !== entityOf({ entry }, ids)) return false
  if (edit?.kind !== 'setLine' || change.field === '-') return true
  return Object.keys(edit.fields).some((field) => cellField(field) === cellField(change.field))
}

function entityOf({ entry }: Pick<Held, 'entry'>, ids: LocalIds): string | undefined {
  const edit = entry?.edit
  if (!edit || edit.kind === 'setPopulation') return undefined
  return serverId('lineId' in edit ? edit.lineId : edit.keyId, ids)
}

function standingVersion({ entry }: Held, sheet: Sheet): number {
  const edit = entry?.edit
  if (!edit) return 0
  if (edit.kind === 'setPopulation') return sheet.records[edit.on]?.[edit.code]?.revision ?? 0
  if ('keyId' in edit) return sheet.keys[edit.keyId]?.version ?? 0
  return sheet.lines.find(({ id }) => id === edit.lineId)?.version ?? 0
}
