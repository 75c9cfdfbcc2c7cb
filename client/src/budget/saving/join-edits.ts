import type { Edit, LineFields } from '../sheet/edit.ts'
import { withFormulas } from '../sheet/formulas.ts'

type Addition = Extract<Edit, { kind: 'addLine' }>

/**
 * The edits of a step as they are sent: what concerns one line is said once, and lines that are added after
 * one another do not wait for each other's ids.
 */
export function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  return untangled(joined(edits))
}

function joined(edits: readonly Edit[]): readonly Edit[] {
  const out: Edit[] = []
  /** By line: where the edit stands that takes in more of its fields. */
  const open = new Map<string, number>()
  const newKeys = new Set<string>()
  for (const edit of edits) {
    if (edit.kind === 'setLine') {
      const index = open.get(edit.lineId)
      const waitsForKey = edit.fields.keyId !== undefined && newKeys.has(edit.fields.keyId)
      if (index !== undefined && !waitsForKey) {
        out[index] = withFields(out[index]!, edit.fields)
        continue
      }
    }
    if (edit.kind === 'addKey') newKeys.add(edit.keyId)
    if (edit.kind === 'setLine' || edit.kind === 'addLine') open.set(edit.lineId, out.length)
    else if ('lineId' in edit) open.delete(edit.lineId)
    out.push(edit)
  }
  return out
}

function withFields(edit: Edit, fields: LineFields): Edit {
  const later = withFormulas(fields)
  if (edit.kind === 'addLine') return { ...edit, fields: { ...edit.fields, ...later } }
  return edit.kind === 'setLine' ? { ...edit, fields: { ...edit.fields, ...later } } : edit
}

/**
 * A line that is to stand after a new one is put after what that one stands after, and first: of two lines put
 * after the same one, the last stands nearest. Lines at the end just follow each other.
 */
function untangled(edits: readonly Edit[]): readonly Edit[] {
  const out: Edit[] = []
  const added = new Map<string, Addition>()
  for (const edit of edits) {
    if (edit.kind !== 'addLine') {
      out.push(edit)
      continue
    }
    const before = edit.afterLineId === null ? undefined : added.get(edit.afterLineId)
    const placed = before ? { ...edit, afterLineId: before.afterLineId } : edit
    const index = before ? out.indexOf(before) + (before.afterLineId === null ? 1 : 0) : out.length
    out.splice(index, 0, placed)
    added.set(edit.lineId, placed)
  }
  return out
}
