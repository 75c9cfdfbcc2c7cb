import type { BudgetFigures } from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import type { Journal } from '../../history/journal.ts'
import { assembleSheet } from '../load-sheets.ts'
import type { Sheet } from '../sheet.ts'

/** A budget before and after edits of something that it rests on. */
export interface Reached {
  readonly before: Sheet
  readonly after: Sheet
}

/** What has changed of what a budget rests on. */
type Changed = Partial<Pick<Sheet, 'participations' | 'populations'>>

/** Recalculates budgets as the edits leave them, and refuses the batch when one can no longer be calculated. */
export function recalculateReached(
  journal: Journal,
  sheets: readonly Sheet[],
  changed: (sheet: Sheet) => Changed,
): Reached[] {
  return sheets.flatMap((before) => {
    const refuse = (fault: Fault): void =>
      journal.refuse({ edit: journal.lastEdit }, null, fault, before.budget)
    try {
      const rows = { ...before, keys: [...before.keys.values()] }
      const after = assembleSheet({ ...rows, ...changed(before) })
      const [first] = newFaults(before.figures, after.figures)
      if (first) refuse(first.fault)
      return [{ before, after }]
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      refuse(error)
      return []
    }
  })
}

/** Lines that could be calculated before, or were not there, and now cannot. */
export function newFaults(
  before: BudgetFigures,
  after: BudgetFigures,
): { lineId: string; keyId: string; fault: Fault }[] {
  const faulty = new Set(before.lines.filter(({ fault }) => fault).map(({ line }) => line.id))
  return after.lines.flatMap(({ line, fault }) =>
    fault && !faulty.has(line.id) ? [{ lineId: line.id, keyId: line.keyId, fault }] : [],
  )
}
