import type { LocalIds } from '../sheet/local-ids.ts'
import { isOvertaken } from '../saving/based-on.ts'
import type { Held, Objection } from '../saving/outbox.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lastAbout, type NewestChange } from './newest-changes.ts'
import { isOfGoneLine, type HeldPart } from './parts.ts'
import { removedLine } from './removed-line.ts'

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

/**
 * Why a part does not count, as things stand now.
 *
 * @param changes - oldest first
 * @returns `undefined` when no change tells
 */
export function newerObjection(
  { one }: HeldPart,
  changes: readonly NewestChange[],
  sheet: Sheet,
  ids: LocalIds,
): Objection | undefined {
  const edit = one.entry?.edit
  if (!edit) return undefined
  const gone = edit.kind === 'setLine' && isOfGoneLine(one, sheet)
  const concerned = gone ? changes.filter(({ field }) => field === '-') : changes
  const change = lastAbout(edit, concerned, ids)
  if (!change) return undefined
  const told = { by: change.actor, byId: change.actorId, at: change.at }
  if (gone) {
    return { kind: 'removed', ...told, line: removedLine(edit.lineId, change.before, ids) }
  }
  const currentVersion = standingVersion(one, sheet)
  return { kind: 'conflict', ...told, currentVersion, current: change.after }
}

function standingVersion({ entry }: Held, sheet: Sheet): number {
  const edit = entry?.edit
  if (!edit) return 0
  if (edit.kind === 'setPopulation') return sheet.records[edit.on]?.[edit.code]?.revision ?? 0
  if ('keyId' in edit) return sheet.keys[edit.keyId]?.version ?? 0
  return sheet.lines.find(({ id }) => id === edit.lineId)?.version ?? 0
}
