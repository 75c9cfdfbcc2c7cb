import type { MunicipalityCode } from '@andel/schema/allocation'
import type { OpenSheet } from './open-sheet.ts'
import { newLocalId } from './sheet/local-ids.ts'

/** What is done to whole lines: each is an edit like any other. */
export function useLineActions({ steps, figures }: OpenSheet) {
  const lines = () => figures.meant.value.sheet.lines

  /** Adds an empty line after another, in the same section, or at the end, and tells its id. */
  function add(afterLineId: string | null): string {
    const lineId = newLocalId()
    const { defaultKeyId } = figures.meant.value.sheet
    const after = lines().find(({ id }) => id === afterLineId)
    const keyId = after?.keyId ?? defaultKeyId
    const section = (after ?? lines().at(-1))?.section ?? ''
    const fields = { keyId, ...(section !== '' && { section }) }
    steps.run('addLine', [{ kind: 'addLine', lineId, afterLineId, fields }])
    return lineId
  }

  function remove(lineId: string): void {
    steps.run('removeLine', [{ kind: 'removeLine', lineId }])
  }

  /** Leaves participants out of a line; they bear nothing of it. */
  function leaveOut(lineId: string, excluded: readonly MunicipalityCode[]): void {
    steps.run('participants', [{ kind: 'setLine', lineId, fields: { excluded } }])
  }

  return { add, remove, leaveOut }
}
