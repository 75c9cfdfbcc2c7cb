import { fieldNames } from '../saving/hold.ts'
import { cellId, heldId } from '../saving/outbox.ts'
import type { Edit } from '../sheet/edit.ts'

/** The cells that edits which are not sent yet concern, as `cellId` names them; a new line by its name. */
export function waitingCells(edits: readonly Edit[]): ReadonlySet<string> {
  return new Set(
    edits.flatMap((edit) => {
      switch (edit.kind) {
        case 'setLine':
        case 'setPopulation':
          return fieldNames(edit).map((field) => heldId(edit, field))
        case 'addLine':
        case 'restoreLine':
        case 'moveLine':
          return [cellId(edit.lineId, 'description')]
        default:
          return []
      }
    }),
  )
}
