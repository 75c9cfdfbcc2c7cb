import { openFields } from '@andel/schema/budget'
import type { Actor } from '../../access/actor.ts'
import { authorize } from '../../access/authorize.ts'
import { can } from '../../access/can.ts'
import { ownIdIfAny } from '../../connection/global-id.ts'
import type { Sheet } from '../sheet.ts'
import type { BudgetEditInput } from './edit-input.ts'

const mayBeOpen: ReadonlySet<string> = new Set(openFields)

/**
 * Goes on when somebody may make every one of the edits. Whoever edits the budget may make them all; others population
 * figures of their own municipality, and the figures of lines that have been opened to it.
 *
 * @throws {Fault} `FORBIDDEN`, `UNAUTHENTICATED`
 */
export function authorizeEdits(
  actor: Actor,
  sheet: Pick<Sheet, 'jointService' | 'lines'>,
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
    const id = ownIdIfAny(setLine.lineId, 'BudgetLine')
    const line = sheet.lines.find((one) => one.id === id)
    authorize(actor, 'line.edit', { jointService, openedTo: line?.openedTo })
    const named = Object.entries(setLine.fields).filter(([, value]) => value !== undefined)
    if (named.some(([field]) => !mayBeOpen.has(field)))
      authorize(actor, 'budget.edit', { jointService })
  }
}
