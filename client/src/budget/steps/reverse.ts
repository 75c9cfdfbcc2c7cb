import type { MunicipalityCode } from '@andel/schema/allocation'
import { cellField } from '../sheet/cell-field.ts'
import { applyEdit, applyEdits } from '../sheet/apply-edit.ts'
import { cellRuns } from '../sheet/cell-runs.ts'
import type { Edit } from '../sheet/edit.ts'
import type { PopulationRecord, Sheet } from '../sheet/sheet.ts'
import { asJson } from '../saving/based-on.ts'
import type { Flip } from './flip.ts'
import { orderBack } from './order-back.ts'
import { contentOf, draftOf, lineAt, onlyCells, standing } from './standing.ts'

/** A population figure that a correction took the place of, and whose it is. */
export interface Corrected extends PopulationRecord {
  readonly code: MunicipalityCode
  readonly on: string
}

interface Reversing {
  /** Why a figure is set back, for the note of the new revision. */
  takesBack(before: Corrected): string
}

/**
 * What takes a step back, in the order in which it must be made.
 *
 * Only what the step really changes is in it: a field that already was as wanted, a line that was gone, and a
 * population figure that is the first of its date, are not.
 */
export function reverse(
  before: Sheet,
  edits: readonly Edit[],
  { takesBack }: Reversing,
): readonly Flip[] {
  const back: (readonly Edit[])[] = []
  let sheet = before
  for (const run of cellRuns(edits)) {
    const next = applyEdits(sheet, run)
    back.unshift(run.flatMap((edit) => takenBack(edit, sheet, next, takesBack)))
    sheet = next
  }
  return back.flat().map((edit) => ({ edit, expects: standing(sheet, edit) ?? {} }))
}

function takenBack(
  edit: Edit,
  before: Sheet,
  after: Sheet,
  takesBack: Reversing['takesBack'],
): readonly Edit[] {
  switch (edit.kind) {
    case 'setLine':
      return lineTakenBack(edit.lineId, before, after)
    case 'addLine':
    case 'restoreLine':
      return lineAt(before, edit.lineId) ? [] : [{ kind: 'removeLine', lineId: edit.lineId }]
    case 'removeLine': {
      const found = lineAt(before, edit.lineId)
      return found ? [{ kind: 'restoreLine', lineId: edit.lineId, ...found }] : []
    }
    case 'moveLine':
      return orderBack(after, before, edit.lineId)
    case 'setPopulation': {
      const { code, on } = edit
      const record = before.records[on]?.[code]
      if (!record) return []
      const { inhabitants, source } = record
      return [{ ...edit, inhabitants, source, note: takesBack({ ...record, code, on }) }]
    }
    case 'setKey': {
      const key = before.keys[edit.keyId]
      return key ? [{ ...edit, key: draftOf(key) }] : []
    }
    case 'addKey':
      return [{ kind: 'removeKey', keyId: edit.keyId }]
    case 'removeKey': {
      const key = before.keys[edit.keyId]
      return key ? [{ kind: 'addKey', keyId: edit.keyId, key: draftOf(key) }] : []
    }
  }
}

/** A line as it was; one that comes back to its section goes to its place there, too. */
function lineTakenBack(lineId: string, before: Sheet, after: Sheet): readonly Edit[] {
  const was = lineAt(before, lineId)
  const is = lineAt(after, lineId)
  if (!was || !is) return []
  const old = asJson(contentOf(was.line))
  const now = asJson(contentOf(is.line))
  const changed = Object.keys(old).filter((field) => old[field] !== now[field])
  if (changed.length === 0) return []
  const back: Edit = {
    kind: 'setLine',
    lineId,
    fields: onlyCells(contentOf(was.line), changed.map(cellField)),
  }
  return changed.includes('section')
    ? [back, ...orderBack(applyEdit(after, back), before, lineId)]
    : [back]
}
