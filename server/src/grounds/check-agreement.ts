import { participantsOf, type Participation as Term } from '@andel/schema/agreement'
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
  const years = sheets.map(({ budget }) => budget.year)
  const terms: Terms = {
    participations: participations.map(participationFacts),
    populations: populationFacts(populations),
    year: years.length > 0 ? Math.max(...years) : yearOf(bench.agreement.validFrom),
  }
  checkKey(bench, terms)
  if (!bench.refused) checkWhoLeaves(bench, terms)
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

/** What the default key is held against. */
interface Terms {
  readonly participations: readonly Term[]
  readonly populations: PopulationFacts
  /** The year of the newest budget, or the first year. */
  readonly year: number
}

/** A key that was edited must weigh whoever takes part in the year of the newest budget, or in the first year. */
function checkKey(bench: AgreementBench, { participations, populations, year }: Terms): void {
  const edit = bench.touchedBy.get(bench.key.globalId)
  if (edit === undefined) return
  const participants = participantsOf(participations, year, bench.agreement.weighsPartYear)
  const fault = whyNoSplit(keyFacts(bench.key), { participants, populations })
  if (fault) bench.refuse(keyTouch(edit, bench.key), 'bases', fault)
}

/** Nobody leaves whom the key still gives a share, though no budget of that year is there yet to say so. */
function checkWhoLeaves(bench: AgreementBench, { participations, populations, year }: Terms): void {
  const { tookPart, key, agreement } = bench
  const keyFaultOf = (terms: readonly Term[], on: number): Fault | undefined => {
    const participants = participantsOf(terms, on, agreement.weighsPartYear)
    const fault = whyNoSplit(keyFacts(key), { participants, populations })
    return fault?.code === 'NOT_A_PARTICIPANT' ? fault : undefined
  }
  const left = participations.flatMap(({ to }) => (to === null ? [] : [yearOf(to) + 1]))
  const last = agreement.validTo === null ? Infinity : yearOf(agreement.validTo)
  const years = [year, ...left].filter((on) => on >= year && on <= last)
  for (const on of years) {
    const fault = keyFaultOf(participations, on)
    if (fault && !keyFaultOf(tookPart, on)) return refuseToLeave(bench, fault)
  }
}

function refuseToLeave(bench: AgreementBench, fault: Fault): void {
  const own = [...bench.participations.values()].find(
    ({ municipality, globalId }) =>
      municipality.code === fault.details['code'] && bench.touchedBy.has(globalId),
  )
  if (own) bench.refuse(bench.touch(bench.touchedBy.get(own.globalId)!, own), 'to', fault)
  else bench.refuse({ edit: bench.lastEdit }, null, fault) // it was removed
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
