import type { MunicipalityCode } from '@andel/schema/allocation'
import { effectOf } from '../../allocation/effect.ts'
import { populationDate } from '../figures/default-key.ts'
import { perInhabitant } from '../figures/per-inhabitant.ts'
import type { SheetView } from '../figures/sheet-view.ts'

/** A sum before and after, in öre, and what the difference is for each inhabitant. */
export interface Shift {
  readonly before: number
  readonly after: number
  readonly change: number
  /** Kronor with two decimals, "-2.40"; `undefined` where the number of inhabitants is not known. */
  readonly perInhabitant: string | undefined
}

/** What edits mean for a budget as a whole. */
export interface BudgetEffect {
  /** Every participant, in the order of the columns. */
  readonly rows: readonly (Shift & { readonly code: MunicipalityCode; readonly name: string })[]
  readonly total: Shift
  /** How much more, in öre, is left over where every share is rounded by itself. */
  readonly difference: number
  /** Nobody bears another amount than before. */
  readonly isNone: boolean
}

/** Compares two states of a budget, participant by participant, by the inhabitants of the later one. */
export function effectBetween(before: SheetView, after: SheetView): BudgetEffect {
  const effect = effectOf(before.figures, after.figures)
  const { sheet } = after
  const records = sheet.records[populationDate(sheet) ?? '']
  const rows = effect.rows.map(({ code, ...sums }) => ({
    code,
    name: sheet.names[code] ?? code,
    ...shift(sums, records?.[code]?.inhabitants ?? 0),
  }))
  const people = effect.rows.reduce((sum, { code }) => sum + (records?.[code]?.inhabitants ?? 0), 0)
  const total = shift(effect, people)
  const difference = effect.difference - before.figures.difference
  return {
    rows,
    total,
    difference,
    isNone: [...rows, total].every(({ change }) => change === 0) && difference === 0,
  }
}

/** The participants that bear most of a change, up or down, in the order of the columns. */
export function largestChanges({ rows }: BudgetEffect, count: number): BudgetEffect['rows'] {
  const size = ({ change }: Shift): number => Math.abs(change)
  const largest = new Set(rows.toSorted((a, b) => size(b) - size(a)).slice(0, count))
  return rows.filter((row) => largest.has(row))
}

function shift(sums: { readonly before: number; readonly after: number }, people: number): Shift {
  const change = sums.after - sums.before
  return {
    before: sums.before,
    after: sums.after,
    change,
    perInhabitant: perInhabitant(change, people),
  }
}
