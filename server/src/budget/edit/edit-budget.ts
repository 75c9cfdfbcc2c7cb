import { createHash } from 'node:crypto'
import { Fault } from '@andel/schema/fault'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/sqlite'
import { ownId, ownIdIfAny } from '../../connection/global-id.ts'
import { AcceptedBatch } from '../../history/accepted-batch.entity.ts'
import { Change } from '../../history/change.entity.ts'
import { Budget, BudgetState } from '../budget.entity.ts'
import { loadSheets } from '../load-sheets.ts'
import type { Sheet } from '../sheet.ts'
import { type Basis, ChangesSince } from './changes-since.ts'
import { checkOutcome } from './check-outcome.ts'
import type { BudgetEditInput, EditBudgetInput } from './edit-input.ts'
import type { EditBudgetPayload } from './edit-payload.ts'
import { addKey, removeKey, setKey } from './key-edits.ts'
import { addLine, moveLine, removeLine, setLine } from './line-edits.ts'
import { setPopulation } from './population-edits.ts'
import { loadRemovals, restoreLine } from './restore-line.ts'
import { Workbench } from './workbench.ts'

const mostEdits = 5000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Ends the transaction without a trace; what the bench has noted is the answer. */
class Refused extends Error {
  constructor(readonly bench: Workbench) {
    super('refused')
  }
}

/**
 * Applies edits to a budget: all of them or none, in one transaction, each logged as a `Change`.
 *
 * The client mutation key is written first. So a retry is noticed before anything is done, and the
 * transaction holds SQLite's write lock from its first statement.
 *
 * @throws {Fault} `NOT_FOUND`, `BUDGET_LOCKED`, `MUTATION_KEY_REUSED`, `BAD_INPUT`; what is wrong with
 *   single edits is in the payload
 */
export async function editBudget(
  em: EntityManager,
  actor: string,
  input: EditBudgetInput,
): Promise<EditBudgetPayload> {
  const budgetId = ownId(input.budgetId, 'Budget')
  const key = input.clientMutationKey.toLowerCase()
  if (!uuid.test(key))
    throw new Fault('BAD_INPUT', { clientMutationKey: input.clientMutationKey.slice(0, 80) })
  if (input.edits.length > mostEdits)
    throw new Fault('BAD_INPUT', { edits: input.edits.length, most: mostEdits })
  if ((input.reason?.length ?? 0) > 2000)
    throw new Fault('BAD_TEXT', { field: 'reason', most: 2000 })
  if (!(await em.count(Budget, { id: budgetId })))
    throw new Fault('NOT_FOUND', { budget: budgetId })

  const at = new Date()
  const digest = createHash('sha256')
    .update(JSON.stringify([input.budgetId, input.edits]))
    .digest('hex')
  try {
    const changes = await em.transactional(async (tx) => {
      await tx.insert(AcceptedBatch, { key, budget: budgetId, digest, at })
      const bench = await openBench(tx, budgetId, input.edits, {
        key,
        actor,
        at,
        reason: input.reason?.trim() || null,
      })
      for (const [index, edit] of input.edits.entries()) await apply(bench, index, edit)
      if (!bench.refused) await checkOutcome(bench)
      if (bench.refused) throw new Refused(bench)
      return bench.changes
    })
    return {
      budget: await em.findOneOrFail(Budget, { id: budgetId }),
      applied: true,
      replayed: false,
      changes,
      problems: [],
      conflicts: [],
    }
  } catch (error) {
    em.clear()
    if (error instanceof UniqueConstraintViolationException) return replay(em, key, digest)
    if (!(error instanceof Refused)) throw error
    const { problems, conflicts } = error.bench
    return {
      budget: await em.findOneOrFail(Budget, { id: budgetId }),
      applied: false,
      replayed: false,
      changes: [],
      problems,
      conflicts,
    }
  }
}

async function openBench(
  em: EntityManager,
  budgetId: string,
  edits: readonly BudgetEditInput[],
  batch: ConstructorParameters<typeof Workbench>[4],
): Promise<Workbench> {
  const [sheet] = await loadSheets(em, [budgetId])
  if (!sheet || sheet instanceof Error) throw sheet ?? new Fault('NOT_FOUND', { budget: budgetId })
  if (sheet.budget.state === BudgetState.LOCKED)
    throw new Fault('BUDGET_LOCKED', { budget: sheet.budget.title })
  return new Workbench(
    em,
    sheet,
    await ChangesSince.load(em, staleBases(sheet, edits)),
    await loadRemovals(em, budgetId, edits),
    batch,
    edits.length,
  )
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

/** The answer to a batch that had been accepted before. */
async function replay(em: EntityManager, key: string, digest: string): Promise<EditBudgetPayload> {
  const batch = await em.findOneOrFail(AcceptedBatch, { key }, { populate: ['budget'] })
  if (batch.digest !== digest) throw new Fault('MUTATION_KEY_REUSED', { clientMutationKey: key })
  const changes = await em.find(Change, { batch: key }, { orderBy: { sequence: 'asc' } })
  return {
    budget: batch.budget.unwrap(),
    applied: true,
    replayed: true,
    changes,
    problems: [],
    conflicts: [],
  }
}
