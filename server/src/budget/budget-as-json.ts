import { toGlobalId } from '../connection/global-id.ts'
import type { Budget } from './budget.entity.ts'

/** A budget by itself, without its lines and keys, as the log keeps it. */
export function budgetAsJson(budget: Budget): Record<string, unknown> {
  const { year, title, state, agreement, defaultKey } = budget
  return {
    year,
    title,
    state,
    defaultKey: defaultKey?.unwrap().globalId ?? null,
    agreement: toGlobalId('Agreement', agreement.id),
  }
}
