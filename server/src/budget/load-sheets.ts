import { participantsOf } from '@andel/schema/agreement'
import { recalculate } from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { populationDates } from '../allocation/key-facts.ts'
import { newestSequences } from '../history/newest-sequences.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { budgetFacts, participationFacts } from './budget-facts.ts'
import { BudgetLine } from './budget-line.entity.ts'
import { Budget } from './budget.entity.ts'
import { inSheetOrder } from './line-order.ts'
import type { Sheet } from './sheet.ts'

/**
 * Loads budgets whole, in the order of the ids: as many statements for a hundred as for one. The figures are
 * calculated here, by the function that the client previews with; they are never stored.
 *
 * An id without a budget gives a `NOT_FOUND` in its place.
 */
export async function loadSheets(
  em: EntityManager,
  ids: readonly string[],
): Promise<(Sheet | Error)[]> {
  const rows = await loadRows(em, ids)
  return ids.map((id) => {
    const own = rows.get(id)
    return own ? assembleSheet(own) : new Fault('NOT_FOUND', { budget: id })
  })
}

/** The rows of budgets as they now stand, by own id; none for an id without a budget. */
export async function loadRows(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Rows>> {
  const anyOf = { $in: [...ids] }
  const budgets = await em.find(Budget, { id: anyOf }, { populate: ['agreement', 'jointService'] })
  const agreementIds = [...new Set(budgets.map((budget) => budget.agreement.unwrap().id))]
  const lines = await em.find(BudgetLine, { budget: anyOf })
  const keys = await em.find(
    DistributionKey,
    { budget: anyOf },
    { orderBy: { name: 'asc', id: 'asc' } },
  )
  const participations = await em.find(
    Participation,
    { agreement: { $in: agreementIds } },
    { populate: ['municipality'], orderBy: { municipality: 'asc' } },
  )
  const populations = await em.find(PopulationFigure, {
    current: true,
    on: { $in: [...new Set(keys.flatMap(populationDates))] },
    municipality: {
      $in: [...new Set(participations.map((one) => one.municipality.unwrap().code))],
    },
  })
  const sequences = await newestSequences(em, ids)

  const linesOf = Map.groupBy(lines, (line) => line.budget.unwrap().id)
  const keysOf = Map.groupBy(keys, (key) => key.budget!.unwrap().id)
  const participationsOf = Map.groupBy(participations, (one) => one.agreement.unwrap().id)

  return new Map(
    budgets.map((budget) => {
      const { id } = budget
      const agreement = budget.agreement.unwrap()
      const rows = {
        budget,
        jointService: budget.jointService.unwrap(),
        agreement,
        participations: participationsOf.get(agreement.id) ?? [],
        lines: linesOf.get(id) ?? [],
        keys: keysOf.get(id) ?? [],
        populations,
        sequence: sequences.get(id) ?? 0,
      }
      return [id, rows]
    }),
  )
}

/** What is stored of a budget and what it rests on. */
export type Rows = Omit<Sheet, 'keys' | 'municipalities' | 'facts' | 'figures'> & {
  readonly keys: readonly DistributionKey[]
}

/** Puts the rows of one budget in order and calculates its figures. */
export function assembleSheet(rows: Rows): Sheet {
  const participants = participantsOf(
    rows.participations.map(participationFacts),
    rows.budget.year,
    rows.agreement.weighsPartYear,
  )
  const codes = new Set(participants.map(({ code }) => code))
  const dates = new Set(rows.keys.flatMap(populationDates))
  const loaded = {
    ...rows,
    lines: inSheetOrder(rows.lines),
    keys: new Map(rows.keys.map((key) => [key.id, key])),
    populations: rows.populations
      .filter((figure) => codes.has(figure.municipality.unwrap().code) && dates.has(figure.on))
      .toSorted(byDateAndCode),
    municipalities: new Map(
      rows.participations
        .map((one) => one.municipality.unwrap())
        .filter(({ code }) => codes.has(code))
        .map((municipality) => [municipality.code, municipality]),
    ),
  }
  const facts = budgetFacts(participants, loaded)
  return { ...loaded, facts, figures: recalculate(facts) }
}

function byDateAndCode(a: PopulationFigure, b: PopulationFigure): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.municipality.code < b.municipality.code ? -1 : 1
}
