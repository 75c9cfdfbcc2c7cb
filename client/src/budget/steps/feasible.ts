import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt } from './standing.ts'

/**
 * Those of the edits that a sheet still has room for: not of lines and keys that are gone, nor bringing back
 * what is there. A line that was to stand after one that is gone comes last.
 */
export function feasible(sheet: Sheet, edits: readonly Edit[]): readonly Edit[] {
  const coming = new Set<string>()
  const isThere = (lineId: string): boolean =>
    coming.has(lineId) || lineAt(sheet, lineId) !== undefined
  return edits.flatMap((edit): readonly Edit[] => {
    switch (edit.kind) {
      case 'setLine':
      case 'removeLine':
        return isThere(edit.lineId) ? [edit] : []
      case 'moveLine':
        return isThere(edit.lineId) && (edit.afterLineId === null || isThere(edit.afterLineId))
          ? [edit]
          : []
      case 'addLine':
      case 'restoreLine': {
        if (isThere(edit.lineId)) return []
        coming.add(edit.lineId)
        if (edit.afterLineId === null || isThere(edit.afterLineId)) return [edit]
        const last = sheet.lines.at(-1)?.id ?? null
        return [{ ...edit, afterLineId: edit.kind === 'addLine' ? null : last }]
      }
      case 'setKey':
      case 'removeKey':
        return sheet.keys[edit.keyId] ? [edit] : []
      case 'addKey':
        return sheet.keys[edit.keyId] ? [] : [edit]
      case 'setPopulation':
        return [edit]
    }
  })
}
