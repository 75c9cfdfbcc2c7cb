import { participantsOf } from '@andel/schema/agreement'
import type { PopulationFacts } from '@andel/schema/allocation'
import { Fault } from '@andel/schema/fault'
import type { Participation } from '../agreement/participation.entity.ts'
import { keyFacts, populationDates } from '../allocation/key-facts.ts'
import { participationFacts, populationFacts } from '../budget/budget-facts.ts'
import { BudgetState } from '../budget/budget.entity.ts'
import { keyTouch } from '../budget/edit/workbench.ts'
import { noteReach } from '../budget/reach/note-reach.ts'
import { type Reached, recalculateReached, whyNoSplit } from '../budget/reach/reached.ts'
import type { Sheet } from '../budget/sheet.ts'
import { sameJson } from '../history/journal.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import type { AgreementBench } from './agreement-bench.ts'

/** A municipality can take part but once at a time. */
export function checkTerms(bench: AgreementBench): void {
  const byCode = Map.groupBy(bench.participations.values(), ({ municipality }) => municipality.code)
  for (const [code, own] of byCode) {
    const inOrder = own.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
    const twice = inOrder.findLast((one, index) => overlaps(inOrder[index - 1], one))
    const edits = own.flatMap(({ globalId }) => bench.touchedBy.get(globalId) ?? [])
    if (!twice || edits.length === 0) continue
    const touch = bench.touch(Math.max(...edits), twice)
    bench.refuse(touch, 'from', new Fault('DUPLICATE_PARTICIPANT', { code }))
  }
}

function overlaps(earlier: Participation | undefined, later: Participation): boolean {
  return earlier !== undefined && (earlier.toDate === null || earlier.toDate >= later.fromDate)
}

/**
 * Recalculates the budgets of the agreement and keeps in the log whom each change reaches. Refuses what can no
 * longer be calculated, other participants in a locked budget, and a key that does not weigh everybody.
 *
 * @param sheets - as they stood before the edits
 */
export async function reachOfAgreement(
  bench: AgreementBench,
  sheets: readonly Sheet[],
): Promise<Reached[]> {
  const { key } = bench
  const populations = await figuresFor(bench, [
    ...populationDates(key),
    ...sheets.flatMap((sheet) => [...sheet.keys.values()].flatMap(populationDates)),
  ])
  const participations = [...bench.participations.values()].toSorted((a, b) =>
    a.municipality.code < b.municipality.code ? -1 : 1,
  )
  checkKey(bench, participations, populationFacts(populations), sheets)
  const reached = recalculateReached(bench, sheets, () => ({ participations, populations }))
  const renewed = reached.filter(
    ({ before, after }) => !sameJson(before.facts.participants, after.facts.participants),
  )
  for (const { before } of renewed) {
    const { budget } = before
    if (budget.state === BudgetState.LOCKED)
      bench.refuse({ edit: bench.lastEdit }, null, new Fault('BUDGET_LOCKED'), budget)
  }
  if (bench.refused) return []
  const changes = bench.changes.filter(({ entity }) => entity === 'Participation')
  await noteReach(
    bench.em,
    renewed.flatMap(({ before: { budget } }) => changes.map((change) => ({ change, budget }))),
  )
  return reached
}

/** Current figures of all who take part at some time. */
function figuresFor(bench: AgreementBench, dates: readonly string[]): Promise<PopulationFigure[]> {
  return bench.em.find(PopulationFigure, {
    on: { $in: [...new Set(dates)] },
    municipality: { $in: [...bench.municipalities.keys()] },
    current: true,
  })
}

/** A key that was edited must weigh whoever takes part in the year of the newest budget, or in the first year. */
function checkKey(
  bench: AgreementBench,
  participations: readonly Participation[],
  populations: PopulationFacts,
  sheets: readonly Sheet[],
): void {
  const { key, agreement } = bench
  const edit = bench.touchedBy.get(key.globalId)
  if (edit === undefined) return
  const years = sheets.map(({ budget }) => budget.year)
  const participants = participantsOf(
    participations.map(participationFacts),
    years.length > 0 ? Math.max(...years) : Number(agreement.validFrom.slice(0, 4)),
    agreement.weighsPartYear,
  )
  const fault = whyNoSplit(keyFacts(key), { participants, populations })
  if (fault) bench.refuse(keyTouch(edit, key), 'bases', fault)
}
