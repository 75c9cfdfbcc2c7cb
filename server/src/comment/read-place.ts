import { Fault } from '@andel/schema/fault'
import { lineFields } from '../budget/edit/line-fields.ts'
import { linePlace } from '../budget/line-place.ts'
import type { Sheet } from '../budget/sheet.ts'
import { ownId } from '../connection/global-id.ts'
import type { AddCommentInput } from './comment-input.ts'

/** What a thread is about: a line by its own id, and a field or a participant's code; no field for the whole line. */
export interface ThreadPlace {
  readonly lineId: string
  readonly field: string | null
}

/** @throws {Fault} `BAD_INPUT`; `LINE_REMOVED` when the budget has no such line */
export function readPlace(sheet: Sheet, { lineId, field = null }: AddCommentInput): ThreadPlace {
  if (lineId == null) throw new Fault('BAD_INPUT', { field: 'lineId' })
  const id = ownId(lineId, 'BudgetLine')
  if (linePlace(sheet, id) === undefined) throw new Fault('LINE_REMOVED', { line: lineId })
  const isPlace =
    field === null || Object.hasOwn(lineFields, field) || sheet.municipalities.has(field)
  if (!isPlace) throw new Fault('BAD_INPUT', { field: 'field' })
  return { lineId: id, field }
}
