import { type Key, prepareSplit, weigh } from '@andel/schema/allocation'
import type { BudgetFacts, BudgetFigures } from '@andel/schema/budget'
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
      const fault = first?.fault ?? newKeyFault(before.facts, after.facts)
      if (fault) refuse(fault)
      return [{ before, after }]
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      refuse(error)
      return []
    }
  })
}

/** Why a key that weighed everybody no longer does, whether a line uses it yet or not. */
function newKeyFault(before: BudgetFacts, after: BudgetFacts): Fault | undefined {
  for (const [id, key] of Object.entries(after.keys)) {
    const fault = whyNoSplit(key, after)
    if (fault && !whyNoSplit(before.keys[id]!, before)) return fault
  }
  return undefined
}

/** Why a key cannot split anything between all participants. */
export function whyNoSplit(
  key: Key,
  { participants, populations }: Pick<BudgetFacts, 'participants' | 'populations'>,
): Fault | undefined {
  try {
    prepareSplit(weigh(key, participants, populations), key.rounding)
    return undefined
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
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
