import type { Budget } from '../budget.entity.ts'
import type { PastBudget } from './past-budget.ts'

/** Says which sheet a budget is told from: by own id as it is, or as it was after a change, "id@sequence". */
export function sheetKey(budget: Budget): string {
  return isPast(budget) ? pastKey(budget.id, budget.stands) : budget.id
}

/** @param sequence - of the newest change of the budget that it holds */
export function pastKey(budgetId: string, sequence: number): string {
  return `${budgetId}@${sequence}`
}

export function isOfPast(key: string): boolean {
  return key.includes('@')
}

/** The own id of the budget and the sequence that a key of the past is made of. */
export function readPastKey(key: string): { id: string; sequence: number } {
  const [id, sequence] = key.split('@') as [string, string]
  return { id, sequence: Number(sequence) }
}

/** Whether a budget is told as it was. */
export function isPast(budget: Budget): budget is PastBudget {
  return 'stands' in budget
}
