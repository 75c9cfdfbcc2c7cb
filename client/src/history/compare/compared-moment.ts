import type { BudgetMomentInput } from '@andel/schema/operations'
import { endOfDay } from '../travel/moment.ts'

/** A moment as it stands in the address of a comparison: `nu`, `118`, `2022-06-03`, or the id of a version. */
export const present = 'nu'

/** What the server is asked for; nothing for the present state. */
export function readMoment(text: string): BudgetMomentInput | undefined {
  if (text === present || text === '') return undefined
  if (/^\d{1,9}$/.test(text)) return { sequence: Number(text) }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return endOfDay(text)
  return { version: text }
}
