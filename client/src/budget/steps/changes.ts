import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt, standing, wanted } from './standing.ts'

/**
 * Whether an edit would change anything. One of a cell or a line that is gone would: what was typed there is
 * not lost, the server says why it cannot be.
 */
export function changes(sheet: Sheet, edit: Edit): boolean {
  switch (edit.kind) {
    case 'setLine':
    case 'moveLine':
    case 'setKey': {
      const now = standing(sheet, edit)
      const next = wanted(edit)
      return !now || Object.keys(next).some((name) => now[name] !== next[name])
    }
    case 'removeLine':
      return lineAt(sheet, edit.lineId) !== undefined
    case 'restoreLine':
      return lineAt(sheet, edit.lineId) === undefined
    case 'removeKey':
      return sheet.keys[edit.keyId] !== undefined
    case 'addLine':
    case 'addKey':
    case 'setPopulation':
      return true
  }
}
