import type { BudgetLine } from './budget-line.entity.ts'

/** The order of a sheet: bytewise, as places are made; ties by id, so that it is always the same. */
export function byPlace(a: BudgetLine, b: BudgetLine): number {
  return a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1
}
