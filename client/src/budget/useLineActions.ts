import type { MunicipalityCode } from '@andel/schema/allocation'
import type { OpenSheet } from './open-sheet.ts'
import { newLocalId } from './sheet/local-ids.ts'

/** What is done to whole lines: each is an edit like any other. */
export function useLineActions({ steps, figures }: OpenSheet) {
  const lines = () => figures.meant.value.sheet.lines

  /** Adds empty lines after another, in the same section, or at the end, and tells the id of the first. */
  function add(afterLineId: string | null, count: number): string {
    const ids = Array.from({ length: count }, newLocalId)
    const { defaultKeyId } = figures.meant.value.sheet
    const after = lines().find(({ id }) => id === afterLineId)
    const keyId = after?.keyId ?? defaultKeyId
    const section = (after ?? lines().at(-1))?.section ?? ''
    const fields = { keyId, ...(section !== '' && { section }) }
    steps.run(
      'addLine',
      ids.map((lineId, index) => {
        const previous = ids[index - 1] ?? afterLineId
        return { kind: 'addLine', lineId, afterLineId: previous, fields }
      }),
    )
    return ids[0]!
  }

  function remove(lineIds: readonly string[]): void {
    steps.run(
      'removeLine',
      lineIds.map((lineId) => ({ kind: 'removeLine', lineId })),
    )
  }

  /** Leaves participants out of a line; they bear nothing of it. */
  function leaveOut(lineId: string, excluded: readonly MunicipalityCode[]): void {
    steps.run('participants', [{ kind: 'setLine', lineId, fields: { excluded } }])
  }

  /** Opens lines to municipalities, whose finance officers may then write their figures. */
  function open(lines: readonly { lineId: string; openedTo: readonly MunicipalityCode[] }[]): void {
    steps.run(
      'opening',
      lines.map(({ lineId, openedTo }) => ({ kind: 'setLine', lineId, fields: { openedTo } })),
    )
  }

  return { add, remove, leaveOut, open }
}
