import { inSections } from '@andel/schema/budget'
import type { BudgetLine } from './budget-line.entity.ts'

/** The order of a sheet: section by section, by place in each. */
export function inSheetOrder(lines: readonly BudgetLine[]): BudgetLine[] {
  return inSections(lines.toSorted(byPlace))
}

/** Bytewise, as places are made; ties by id, so that it is always the same. */
function byPlace(a: BudgetLine, b: BudgetLine): number {
  return a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1
}
