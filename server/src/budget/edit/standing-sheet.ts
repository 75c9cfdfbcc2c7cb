import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ownIdIfAny } from '../../connection/global-id.ts'
import { JointService } from '../../joint-service/joint-service.entity.ts'
import { BudgetLine } from '../budget-line.entity.ts'
import { Budget } from '../budget.entity.ts'
import { plainLine } from '../plain-line.ts'
import type { SheetShelf } from '../sheet-shelf.ts'
import type { Sheet } from '../sheet.ts'
import type { BudgetEditInput } from './edit-input.ts'

/** Fields that reach beyond their line: its place, its key, or who takes part. */
const reaching: ReadonlySet<string> = new Set(['section', 'keyId', 'excluded', 'openedTo'])

/** A budget that is about to be edited, taken from what is kept; only the lines that are written are entities. */
export interface StandingSheet {
  readonly kept: Sheet
  /** As it is edited, within the transaction. */
  readonly sheet: Sheet
}

/**
 * Takes a budget from what is kept, when it stands still and the edits write into single lines alone, as most do: reading all of it
 * anew takes most of the time of an edit. To be called when the log is held, so that nobody edits meanwhile.
 *
 * @returns undefined when it must be read
 */
export async function takeStanding(
  em: EntityManager,
  shelf: SheetShelf | undefined,
  budgetId: string,
  edits: readonly BudgetEditInput[],
): Promise<StandingSheet | undefined> {
  if (!edits.every(writesInALine)) return undefined
  const kept = await shelf?.standing(em, budgetId)
  if (!kept) return undefined
  const ids = edits.flatMap(({ setLine }) => ownIdIfAny(setLine!.lineId, 'BudgetLine') ?? [])
  const found = await em.find(BudgetLine, { id: { $in: ids }, budget: budgetId })
  const own = new Map(found.map((line) => [line.id, line]))
  const sheet = {
    ...kept,
    budget: await em.findOneOrFail(Budget, { id: budgetId }),
    jointService: em.getReference(JointService, kept.jointService.id),
    lines: kept.lines.map((line) => own.get(line.id) ?? line),
  }
  return { kept, sheet }
}

/** A budget as the edits have left it, for what is kept. */
export function keepable({ kept }: StandingSheet, after: Sheet): Sheet {
  const before = new Map(kept.lines.map((line) => [line.id, line]))
  const { budget, jointService } = kept
  const lines = after.lines.map((line) => {
    const known = before.get(line.id)!
    return known === line ? line : { ...plainLine(line), budget: known.budget, key: known.key }
  })
  return { ...after, budget, jointService, lines }
}

function writesInALine({ setLine, ...others }: BudgetEditInput): boolean {
  if (!setLine || Object.values(others).some((edit) => edit != null)) return false
  return Object.entries(setLine.fields).every(
    ([field, value]) => value === undefined || !reaching.has(field),
  )
}
