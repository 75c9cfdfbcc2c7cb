import { applyEdit } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt } from './standing.ts'

/**
 * The moves that bring the lines of a sheet, the same ones as before, back to their order. Mostly one does; when
 * a whole section was taken along, another section has to be taken back before it.
 *
 * @param lineId - the line that was moved
 */
export function orderBack(sheet: Sheet, before: Sheet, lineId: string): readonly Edit[] {
  if (hasOrderOf(sheet, before)) return []
  const afterLineId = lineAt(before, lineId)?.afterLineId ?? null
  const direct: Edit = { kind: 'moveLine', lineId, afterLineId }
  if (hasOrderOf(applyEdit(sheet, direct), before)) return [direct]

  const moves: Edit[] = []
  let now = sheet
  before.lines.forEach(({ id }, index) => {
    if (now.lines[index]?.id === id) return
    const above = before.lines[index - 1]?.id ?? null
    const move: Edit = { kind: 'moveLine', lineId: id, afterLineId: above }
    moves.push(move)
    now = applyEdit(now, move)
  })
  return moves
}

function hasOrderOf({ lines }: Sheet, other: Sheet): boolean {
  return lines.every(({ id }, index) => other.lines[index]?.id === id)
}
