import type { Actor } from '../../access/actor.ts'
import { authorize } from '../../access/authorize.ts'
import { can } from '../../access/can.ts'
import type { Sheet } from '../sheet.ts'
import type { BudgetEditInput, LineFieldsInput } from './edit-input.ts'

/** What the municipalities that a line has been opened to may write of it. */
const openFields: ReadonlySet<string> = new Set<keyof LineFieldsInput>([
  'workload',
  'workloadFormula',
  'months',
  'monthsFormula',
  'monthlyCost',
  'monthlyCostFormula',
  'amount',
  'amountFormula',
  'note',
])

/**
 * Goes on when somebody may make every one of the edits. Whoever edits the budget may make them all; others population
 * figures of their own municipality, and the figures of lines that have been opened to it.
 *
 * @throws {Fault} `FORBIDDEN`, `UNAUTHENTICATED`
 */
export function authorizeEdits(
  actor: Actor,
  sheet: Pick<Sheet, 'jointService'>,
  edits: readonly BudgetEditInput[],
): void {
  const jointService = sheet.jointService.id
  const mayEditAll = can(actor, 'budget.edit', { jointService })
  for (const edit of edits) {
    const { setPopulation, setLine, ...others } = edit
    if (setPopulation != null) {
      const { municipalityCode: municipality } = setPopulation
      authorize(actor, 'population.edit', { jointService, municipality })
    }
    if (mayEditAll) continue
    if (Object.values(others).some((other) => other != null))
      authorize(actor, 'budget.edit', { jointService })
    if (setLine == null) continue
    authorize(actor, 'line.edit', { jointService, openedTo: [] })
    const named = Object.entries(setLine.fields).filter(([, value]) => value !== undefined)
    if (named.some(([field]) => !openFields.has(field)))
      authorize(actor, 'budget.edit', { jointService })
  }
}
