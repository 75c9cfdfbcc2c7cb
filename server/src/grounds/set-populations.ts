import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { Budget } from '../budget/budget.entity.ts'
import { reviseFigure } from '../budget/edit/population-edits.ts'
import { budgetEffects } from '../budget/reach/budget-effect.ts'
import { reachOfFigures } from '../budget/reach/reach-of-figures.ts'
import { sheetsUsing } from '../budget/reach/sheets-using.ts'
import { ownId } from '../connection/global-id.ts'
import { acceptBatch, batchOf } from '../history/accept-batch.ts'
import type { Change } from '../history/change.entity.ts'
import { ChangesSince } from '../history/changes-since.ts'
import { Journal } from '../history/journal.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { FigureBook } from '../population/figure-book.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { authorizeFigures } from '../agreement/authorize-figures.ts'
import type { SetPopulationsInput } from './set-populations-input.ts'
import type { SetPopulationsPayload } from './set-populations-payload.ts'

/** 290 municipalities on 34 dates. */
const mostFigures = 10_000

/**
 * Sets population figures outside a budget: all of them or none, in one transaction, each a new revision and
 * logged as a `Change` that reaches the budgets which use it.
 *
 * @throws {Fault} `FORBIDDEN`, and what `batchOf` and `acceptBatch` throw; what is wrong with single figures is in the payload
 */
export async function setPopulations(
  em: EntityManager,
  actor: Actor,
  input: SetPopulationsInput,
): Promise<SetPopulationsPayload> {
  const { figures, dryRun } = input
  const batch = batchOf(input, actor, 'populations', figures, mostFigures)
  await authorizeFigures(
    em,
    actor,
    figures.map(({ municipalityCode }) => municipalityCode),
  )
  const { value: done, ...outcome } = await acceptBatch(em, batch, null, async (tx, log) => {
    const journal = new Journal(tx, log, await ChangesSince.load(tx, []), batch)
    const sheets = await sheetsUsing(tx, figures)
    const book = await FigureBook.load(tx, figures)
    const municipalities = await municipalitiesOf(tx, figures)
    for (const [index, figure] of figures.entries()) {
      const { municipalityCode: code } = figure
      const municipality = municipalities.get(code)
      if (municipality) await reviseFigure(journal, book, index, municipality, figure)
      else journal.refuse({ edit: index }, 'municipalityCode', new Fault('NOT_FOUND', { code }))
    }
    const reached = journal.refused ? [] : await reachOfFigures(journal, book, sheets)
    const { changes, refused, problems, conflicts } = journal
    const effects = budgetEffects(reached)
    return { keep: !refused && !dryRun, value: { changes, problems, conflicts, sheets, effects } }
  })
  // what the figures do to other people's budgets is theirs to see
  const isReadable = ({ jointService }: Budget): boolean =>
    can(actor, 'budget.read', { jointService: jointService.id })
  return {
    ...outcome,
    figures: await addedFigures(em, outcome.changes),
    problems: done?.problems ?? [],
    conflicts: done?.conflicts ?? [],
    budgets: (done?.sheets ?? (await sheetsUsing(em, figures)))
      .map(({ budget }) => budget)
      .filter(isReadable),
    effects: (done?.effects ?? []).filter(({ budget }) => isReadable(budget)),
  }
}

async function municipalitiesOf(
  em: EntityManager,
  figures: SetPopulationsInput['figures'],
): Promise<ReadonlyMap<string, Municipality>> {
  const codes = [...new Set(figures.map(({ municipalityCode }) => municipalityCode))]
  const found = await em.find(Municipality, { code: { $in: codes } })
  return new Map(found.map((municipality) => [municipality.code, municipality]))
}

/** The figures that changes tell of, in their order. */
async function addedFigures(
  em: EntityManager,
  changes: readonly Change[],
): Promise<PopulationFigure[]> {
  const ids = changes.map(({ entityId }) => ownId(entityId, 'PopulationFigure'))
  const figures = await em.find(PopulationFigure, { id: { $in: ids } })
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return ids.map((id) => byId.get(id)!)
}
