import { fieldNames } from '../saving/hold.ts'
import { cellField } from '../sheet/cell-field.ts'
import type { Edit, KeyDraft, LineFields } from '../sheet/edit.ts'
import { withFormulas } from '../sheet/formulas.ts'
import type { Sheet, SheetKey, SheetLine } from '../sheet/sheet.ts'
import { asJson, type Values } from '../saving/based-on.ts'

/** What stands in a sheet where an edit would be made, by name, as JSON; nothing when that is gone. */
export function standing(sheet: Sheet, edit: Edit): Values | undefined {
  switch (edit.kind) {
    case 'setLine': {
      const line = lineAt(sheet, edit.lineId)?.line
      return line && asJson(onlyCells(contentOf(line), fieldNames(edit)))
    }
    case 'removeLine': {
      const line = lineAt(sheet, edit.lineId)?.line
      return line && asJson(contentOf(line))
    }
    case 'moveLine': {
      const found = lineAt(sheet, edit.lineId)
      return found && asJson({ place: found.afterLineId })
    }
    case 'setPopulation': {
      const record = sheet.records[edit.on]?.[edit.code]
      return record && asJson({ inhabitants: record.inhabitants })
    }
    case 'setKey':
    case 'removeKey': {
      const key = sheet.keys[edit.keyId]
      return key && asJson({ key: draftOf(key) })
    }
    case 'addLine':
    case 'restoreLine':
    case 'addKey':
      return {}
  }
}

/** The same as it will stand once the edit is made. */
export function wanted(edit: Edit): Values {
  switch (edit.kind) {
    case 'setLine':
      return asJson(withFormulas(edit.fields))
    case 'moveLine':
      return asJson({ place: edit.afterLineId })
    case 'setPopulation':
      return asJson({ inhabitants: edit.inhabitants })
    case 'setKey':
      return asJson({ key: edit.key })
    default:
      return {}
  }
}

/** A line and the one that it stands after; null for the first. */
export interface LinePlace {
  readonly line: SheetLine
  readonly afterLineId: string | null
}

const known = new WeakMap<readonly SheetLine[], ReadonlyMap<string, LinePlace>>()

export function lineAt({ lines }: Sheet, lineId: string): LinePlace | undefined {
  let places = known.get(lines)
  if (!places) {
    places = new Map(
      lines.map((line, index) => [line.id, { line, afterLineId: lines[index - 1]?.id ?? null }]),
    )
    known.set(lines, places)
  }
  return places.get(lineId)
}

/** Everything that can be set in a line. */
export function contentOf(line: SheetLine): LineFields {
  return pickFields(line, (field) => field !== 'id' && field !== 'version')
}

/** Some cells of a line: each is one field, or a value with its formula. */
export function onlyCells(fields: LineFields, cells: readonly string[]): LineFields {
  return pickFields(fields, (field) => cells.includes(cellField(field)))
}

/** All cells but some. */
export function withoutCells(fields: LineFields, cells: readonly string[]): LineFields {
  return pickFields(fields, (field) => !cells.includes(cellField(field)))
}

function pickFields(fields: LineFields, isWanted: (field: string) => boolean): LineFields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => isWanted(field)))
}

/** A key as it is typed. */
export function draftOf({ name, note, bases, rounding }: SheetKey): KeyDraft {
  return { name, note, bases, rounding }
}
