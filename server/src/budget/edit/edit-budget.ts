import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../../access/actor.ts'
import { readable } from '../../access/readable.ts'
import { ownId, ownIdIfAny } from '../../connection/global-id.ts'
import { type Batch, acceptBatch, batchOf } from '../../history/accept-batch.ts'
import type { ChangeLog } from '../../history/change-log.ts'
import type { Change } from '../../history/change.entity.ts'
import { type Basis, ChangesSince } from '../../history/changes-since.ts'
import { FigureBook } from '../../population/figure-book.ts'
import { Budget, BudgetState } from '../budget.entity.ts'
import { loadSheets } from '../load-sheets.ts'
import { reachOfFigures } from '../reach/reach-of-figures.ts'
import { sheetsUsing } from '../reach/sheets-using.ts'
import type { SheetShelf } from '../sheet-shelf.ts'
import type { Sheet } from '../sheet.ts'
import { authorizeEdits } from './authorize-edits.ts'
import { checkOutcome } from './check-outcome.ts'
import type { BudgetEditInput, EditBudgetInput, SetPopulationInput } from './edit-input.ts'
import type { EditBudgetPayload } from './edit-payload.ts'
import { addKey, removeKey, setKey } from './key-edits.ts'
import { addLine, moveLine, removeLine, setLine } from './line-edits.ts'
import { setPopulation } from './population-edits.ts'
import { loadRemovals, restoreLine } from './restore-line.ts'
import { type StandingSheet, keepable, takeStanding } from './standing-sheet.ts'
import { Workbench } from './workbench.ts'

/** What came of the edits, with the whole budget when they are stored, so that nobody reads it again. */
interface Edited extends EditBudgetPayload {
  readonly sheet: Sheet | undefined
}

/** What a transaction leaves behind. */
interface Done {
  readonly bench: Workbench
  readonly after: Sheet | undefined
  readonly standing: StandingSheet | undefined
}

/**
 * Applies edits to a budget: all of them or none, in one transaction, each logged as a `Change`.
 *
 * @param shelf - budgets that are kept, which spares reading them
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, `BUDGET_LOCKED`, and what `batchOf` and `acceptBatch` throw; what is wrong with
 *   single edits is in the payload
 */
export async function editBudget(
  em: EntityManager,
  actor: Actor,
  input: EditBudgetInput,
  shelf?: SheetShelf,
): Promise<Edited> {
  const { edits } = input
  const id = ownId(input.budgetId, 'Budget')
  const batch = batchOf(input, actor, input.budgetId, edits)
  if (!(await em.count(Budget, { id, ...readable(actor, 'jointService') })))
    throw new Fault('NOT_FOUND', { budget: id })

  const { value, ...outcome } = await acceptBatch(em, batch, id, async (tx, log) => {
    const standing = await takeStanding(tx, shelf, id, edits)
    const opened = await openBench(tx, log, actor, id, edits, batch, standing?.sheet)
    const others = (await sheetsUsing(tx, places(edits))).filter(({ budget }) => budget.id !== id)
    for (const [index, edit] of edits.entries()) await apply(opened, index, edit)
    const after = opened.refused ? undefined : await checkOutcome(opened)
    if (!opened.refused) await reachOfFigures(opened, opened.figures, others)
    return {
      keep: !opened.refused,
      value: { changes: opened.changes, bench: opened, after, standing },
    }
  })
  const sheet = outcome.applied ? sheetAfter(value, outcome.changes) : undefined
  if (sheet && value?.standing) shelf?.keep(sheet)
  return {
    budget: await em.findOneOrFail(Budget, { id }),
    ...outcome,
    problems: value?.bench.problems ?? [],
    conflicts: value?.bench.conflicts ?? [],
    sheet,
  }
}

/** The budget as it is now, when the edits were made and not made before. */
function sheetAfter(done: Done | undefined, changes: readonly Change[]): Sheet | undefined {
  if (!done?.after) return undefined
  const { bench, standing } = done
  const sequence = changes.at(-1)?.sequence ?? bench.before.sequence
  const after = { ...done.after, sequence }
  return standing ? keepable(standing, after) : after
}

async function openBench(
  em: EntityManager,
  log: ChangeLog,
  actor: Actor,
  budgetId: string,
  edits: readonly BudgetEditInput[],
  batch: Batch,
  standing: Sheet | undefined,
): Promise<Workbench> {
  const [sheet] = standing ? [standing] : await loadSheets(em, [budgetId])
  if (!sheet || sheet instanceof Error) throw sheet ?? new Fault('NOT_FOUND', { budget: budgetId })
  await authorizeEdits(em, actor, sheet, edits)
  if (sheet.budget.state === BudgetState.LOCKED)
    throw new Fault('BUDGET_LOCKED', { budget: sheet.budget.title })
  const loaded = {
    since: await ChangesSince.load(em, staleBases(sheet, edits)),
    removals: await loadRemovals(em, budgetId, edits),
    figures: await FigureBook.load(em, places(edits)),
  }
  return new Workbench(em, log, sheet, loaded, batch)
}

/** The population figures that edits set. */
function places(edits: readonly BudgetEditInput[]): SetPopulationInput[] {
  return edits.flatMap(({ setPopulation: set }) => set ?? [])
}

/** What edits were based on that has changed since. */
function staleBases(sheet: Sheet, edits: readonly BudgetEditInput[]): Basis[] {
  const lines = new Map(sheet.lines.map((line) => [line.id, line.version]))
  return edits.flatMap(({ setLine, moveLine, removeLine, setKey, removeKey }) => {
    const line = setLine ?? moveLine ?? removeLine
    const key = setKey ?? removeKey
    const current = line
      ? lines.get(ownIdIfAny(line.lineId, 'BudgetLine') ?? '')
      : key && sheet.keys.get(ownIdIfAny(key.keyId, 'DistributionKey') ?? '')?.version
    const based = line?.version ?? key?.version
    return current == null || based === undefined || based >= current
      ? []
      : [{ entityId: line?.lineId ?? key!.keyId, version: based }]
  })
}

async function apply(bench: Workbench, index: number, edit: BudgetEditInput): Promise<void> {
  const given = Object.values(edit).filter((part) => part != null)
  if (given.length !== 1)
    return bench.refuse({ edit: index }, null, new Fault('BAD_INPUT', { given: given.length }))
  if (edit.setLine) setLine(bench, index, edit.setLine)
  if (edit.addLine) addLine(bench, index, edit.addLine)
  if (edit.removeLine) removeLine(bench, index, edit.removeLine)
  if (edit.restoreLine) await restoreLine(bench, index, edit.restoreLine)
  if (edit.moveLine) moveLine(bench, index, edit.moveLine)
  if (edit.setPopulation) await setPopulation(bench, index, edit.setPopulation)
  if (edit.setKey) setKey(bench, index, edit.setKey)
  if (edit.addKey) addKey(bench, index, edit.addKey)
  if (edit.removeKey) removeKey(bench, index, edit.removeKey)
}
