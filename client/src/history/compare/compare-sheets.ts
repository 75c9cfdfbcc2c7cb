import type { MunicipalityCode } from '@andel/schema/allocation'
import type { SheetView } from '../../budget/figures/sheet-view.ts'
import { cellField } from '../../budget/sheet/cell-field.ts'
import type { SheetLine } from '../../budget/sheet/sheet.ts'

/** A line that is not the same in two states. */
export interface LineDifference {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: SheetLine | undefined
  readonly after: SheetLine | undefined
  /** The fields that differ, when it is in both. */
  readonly fields: readonly string[]
  /** Öre; nothing where there is none or it cannot be calculated. */
  readonly amountBefore: number | undefined
  readonly amountAfter: number | undefined
}

/** What a participant bears in two states, in öre; nothing where it takes no part. */
export interface ShareDifference {
  readonly code: MunicipalityCode
  readonly before: number | undefined
  readonly after: number | undefined
}

/** A number of inhabitants that is not the same. */
export interface FigureDifference {
  readonly code: string
  readonly on: string
  readonly before: number | undefined
  readonly after: number | undefined
}

/** A key that is not the same. */
export interface KeyDifference {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly name: string
}

/** What lies between two states of a budget. */
export interface SheetDifference {
  readonly lines: readonly LineDifference[]
  readonly shares: readonly ShareDifference[]
  readonly totalBefore: number
  readonly totalAfter: number
  readonly figures: readonly FigureDifference[]
  readonly keys: readonly KeyDifference[]
}

/** Compares two states of the same budget, with the same ids of its lines. Figures are those of the arithmetic, not new ones. */
export function compareSheets(before: SheetView, after: SheetView): SheetDifference {
  return {
    lines: lineDifferences(before, after),
    shares: shareDifferences(before, after),
    totalBefore: before.figures.total,
    totalAfter: after.figures.total,
    figures: figureDifferences(before, after),
    keys: keyDifferences(before, after),
  }
}

/** In the order of the later state; what has gone comes last. */
function lineDifferences(before: SheetView, after: SheetView): readonly LineDifference[] {
  const ids = new Set([...after.rows.keys(), ...before.rows.keys()])
  return [...ids].flatMap((id): readonly LineDifference[] => {
    const was = before.rows.get(id)
    const is = after.rows.get(id)
    const fields = was && is ? fieldsBetween(was.line, is.line) : []
    const amountBefore = was?.figures?.amount
    const amountAfter = is?.figures?.amount
    if (was && is && fields.length === 0 && amountBefore === amountAfter) return []
    const kind = !was ? 'added' : is ? 'changed' : 'removed'
    return [{ id, kind, before: was?.line, after: is?.line, fields, amountBefore, amountAfter }]
  })
}

const untold = new Set(['id', 'version', 'place'])

/** A value and the formula it was typed as are one; a formula alone tells nothing. */
function fieldsBetween(before: SheetLine, after: SheetLine): readonly string[] {
  return Object.keys(after).filter((field) => {
    if (untold.has(field) || cellField(field) !== field) return false
    const name = field as keyof SheetLine
    return JSON.stringify(before[name]) !== JSON.stringify(after[name])
  })
}

function shareDifferences(before: SheetView, after: SheetView): readonly ShareDifference[] {
  const total = ({ figures }: SheetView, code: MunicipalityCode): number | undefined =>
    figures.totals[figures.codes.indexOf(code)]
  const codes = [...new Set([...after.figures.codes, ...before.figures.codes])]
  return codes.map((code) => ({ code, before: total(before, code), after: total(after, code) }))
}

function figureDifferences(before: SheetView, after: SheetView): readonly FigureDifference[] {
  const [was, is] = [before.sheet.records, after.sheet.records]
  const dates = Object.keys(is).filter((on) => was[on] !== undefined)
  return dates.toSorted().flatMap((on) =>
    Object.keys(is[on] ?? {}).flatMap((code) => {
      const [earlier, later] = [was[on]?.[code]?.inhabitants, is[on]?.[code]?.inhabitants]
      return earlier === later ? [] : [{ code, on, before: earlier, after: later }]
    }),
  )
}

function keyDifferences(before: SheetView, after: SheetView): readonly KeyDifference[] {
  const content = ({ sheet }: SheetView, id: string): string | undefined => {
    const key = sheet.keys[id]
    return key && JSON.stringify([key.name, key.note, key.bases, key.rounding])
  }
  const ids = new Set([...Object.keys(after.sheet.keys), ...Object.keys(before.sheet.keys)])
  return [...ids]
    .filter((id) => content(before, id) !== content(after, id))
    .map((id) => {
      const [was, is] = [before.sheet.keys[id], after.sheet.keys[id]]
      return { kind: !was ? 'added' : is ? 'changed' : 'removed', name: (is ?? was)?.name ?? '' }
    })
}
