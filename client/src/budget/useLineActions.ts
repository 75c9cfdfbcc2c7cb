import type { MunicipalityCode } from '@andel/schema/allocation'
import type { OpenSheet } from './open-sheet.ts'
import { newLocalId } from './sheet/local-ids.ts'

/** What is done to whole lines: each is an edit like any other. */
export function useLineActions({ steps, figures }: OpenSheet) {
  const lines = () => figures.meant.value.sheet.lines

  /** Adds an empty line after another, or at the end, and tells its id. */
  function add(afterLineId: string | null): string {
    const lineId = newLocalId()
    const { defaultKeyId } = figures.meant.value.sheet
    const keyId = lines().find(({ id }) => id === afterLineId)?.keyId ?? defaultKeyId
    steps.run('addLine', [{ kind: 'addLine', lineId, afterLineId, fields: { keyId } }])
    return lineId
  }

  function remove(lineId: string): void {
    steps.run('removeLine', [{ kind: 'removeLine', lineId }])
  }

  function canMove(lineId: string, way: 'up' | 'down'): boolean {
    const index = lines().findIndex(({ id }) => id === lineId)
    return index >= 0 && (way === 'up' ? index > 0 : index < lines().length - 1)
  }

  function move(lineId: string, way: 'up' | 'down'): void {
    if (!canMove(lineId, way)) return
    const all = lines()
    const index = all.findIndex(({ id }) => id === lineId)
    const after = way === 'up' ? all[index - 2] : all[index + 1]
    steps.run('moveLine', [{ kind: 'moveLine', lineId, afterLineId: after?.id ?? null }])
  }

  /** Leaves participants out of a line; they bear nothing of it. */
  function leaveOut(lineId: string, excluded: readonly MunicipalityCode[]): void {
    steps.run('participants', [{ kind: 'setLine', lineId, fields: { excluded } }])
  }

  return { add, remove, canMove, move, leaveOut }
}
