import { openFields } from '@andel/schema/budget'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../../access/actor.ts'
import { authorize } from '../../access/authorize.ts'
import { can } from '../../access/can.ts'
import { ownIdIfAny } from '../../connection/global-id.ts'
import type { Sheet } from '../sheet.ts'
import { authorizeFigures } from '../../agreement/authorize-figures.ts'
import type { BudgetEditInput } from './edit-input.ts'

const mayBeOpen: ReadonlySet<string> = new Set(openFields)

/**
 * Goes on when somebody may make every one of the edits. Whoever edits the budget may make all but those of population
 * figures that are not his or hers to set; others set these of their own municipality, and the figures of lines that have been
 * opened to it.
 *
 * @throws {Fault} `FORBIDDEN`, `UNAUTHENTICATED`
 */
export async function authorizeEdits(
  em: EntityManager,
  actor: Actor,
  sheet: Pick<Sheet, 'jointService' | 'lines'>,
  edits: readonly BudgetEditInput[],
): Promise<void> {
  const figures = edits.flatMap(({ setPopulation: set }) => set?.municipalityCode ?? [])
  if (figures.length > 0) await authorizeFigures(em, actor, figures)
  const jointService = sheet.jointService.id
  if (can(actor, 'budget.edit', { jointService })) return
  for (const { setLine, ...others } of edits) {
    const isOther = Object.entries(others).some(
      ([kind, edit]) => edit != null && kind !== 'setPopulation',
    )
    if (isOther) authorize(actor, 'budget.edit', { jointService })
    if (setLine == null) continue
    const id = ownIdIfAny(setLine.lineId, 'BudgetLine')
    const line = sheet.lines.find((one) => one.id === id)
    authorize(actor, 'line.edit', { jointService, openedTo: line?.openedTo })
    const named = Object.entries(setLine.fields).filter(([, value]) => value !== undefined)
    if (named.some(([field]) => !mayBeOpen.has(field)))
      authorize(actor, 'budget.edit', { jointService })
  }
}
