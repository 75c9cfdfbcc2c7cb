import { fieldNames } from '../saving/hold.ts'
import { cellField } from '../sheet/cell-field.ts'
import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { Flip } from './flip.ts'
import { lineAt, standing, wanted, withoutCells } from './standing.ts'

/** Something that a step set and that stands otherwise now. */
export interface Touched {
  readonly edit: Edit
  /** The cell of a line; of any other edit its kind. */
  readonly part: string
  readonly gone: boolean
  /** Fields by name, with their values: as the step left them, as they stand, and as turning it sets them. */
  readonly left: Fields
  readonly now: Fields
  readonly next: Fields
}

type Fields = Readonly<Record<string, unknown>>

/**
 * What has been changed since a step left it, by whomever. What already is as wanted does not count, nor does
 * what was to go and is gone.
 */
export function touchedBy(sheet: Sheet, flips: readonly Flip[]): readonly Touched[] {
  return flips.flatMap((flip) => touchedParts(sheet, flip))
}

function touchedParts(sheet: Sheet, { edit, expects }: Flip): readonly Touched[] {
  const now = standing(sheet, edit)
  if (!now && (edit.kind === 'removeLine' || edit.kind === 'removeKey')) return []
  const next = wanted(edit)
  const names = [...new Set([...Object.keys(expects), ...Object.keys(next)])]
  const isWhole = edit.kind !== 'setLine'
  const gone = !now || (edit.kind === 'moveLine' && isLost(sheet, edit.afterLineId))
  return fieldNames(edit).flatMap((part) => {
    const fields = names.filter((name) => isWhole || cellField(name) === part)
    const isAsLeft = fields.every((name) => now?.[name] === expects[name])
    const isAsWanted = fields.every((name) => now?.[name] === next[name])
    if (!gone && (isAsLeft || (isAsWanted && fields.length > 0))) return []
    const read = (values: Readonly<Record<string, string>> | undefined) => parsed(values, fields)
    return [{ edit, part, gone, left: read(expects), now: read(now), next: read(next) }]
  })
}

function isLost(sheet: Sheet, lineId: string | null): boolean {
  return lineId !== null && !lineAt(sheet, lineId)
}

function parsed(
  values: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
): Fields {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values?.[name]
      return value === undefined ? [] : [[name, JSON.parse(value) as unknown]]
    }),
  )
}

/** What can be turned without undoing what somebody has done since. */
export function withoutTouched(
  flips: readonly Flip[],
  touched: readonly Touched[],
): readonly Flip[] {
  return flips.flatMap((flip) => {
    const { edit } = flip
    const parts = touched.filter((one) => one.edit === edit).map(({ part }) => part)
    if (parts.length === 0) return [flip]
    if (edit.kind !== 'setLine') return []
    const fields = withoutCells(edit.fields, parts)
    return Object.keys(fields).length === 0 ? [] : [{ ...flip, edit: { ...edit, fields } }]
  })
}
