import { putLine } from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ownIdIfAny } from '../../connection/global-id.ts'
import { Change } from '../../history/change.entity.ts'
import { BudgetLine } from '../budget-line.entity.ts'
import type { BudgetEditInput, RestoreLineInput } from './edit-input.ts'
import type { LineFieldsInput } from './line-fields-input.ts'
import { lineFields } from './line-fields.ts'
import { placeNew } from './line-places.ts'
import type { Workbench } from './workbench.ts'
import { lineAsJson, writeFields } from './write-fields.ts'

/** The last removal of each line that edits bring back, by global id: one statement, and none without such. */
export async function loadRemovals(
  em: EntityManager,
  budgetId: string,
  edits: readonly BudgetEditInput[],
): Promise<ReadonlyMap<string, Change>> {
  const ids = edits.flatMap(({ restoreLine }) => restoreLine?.lineId ?? [])
  if (ids.length === 0) return new Map()
  const removals = await em.find(
    Change,
    { budget: budgetId, entity: 'BudgetLine', entityId: { $in: ids }, field: '-' },
    { orderBy: { sequence: 'asc' } },
  )
  return new Map(removals.map((removal) => [removal.entityId, removal]))
}

/**
 * Brings back a removed line as its last removal tells of it. What it names must be there still: its key, and
 * those whom it leaves out.
 */
export async function restoreLine(
  bench: Workbench,
  edit: number,
  { lineId }: RestoreLineInput,
): Promise<void> {
  const id = ownIdIfAny(lineId, 'BudgetLine') ?? ''
  const inBatch = bench.changes.findLast(
    ({ entityId, field }) => entityId === lineId && field === '-',
  )
  const removal = inBatch ?? bench.removals.get(lineId)
  if (!removal || bench.lines.has(id)) {
    const fault = new Fault('NOTHING_TO_RESTORE', { line: lineId })
    return bench.refuse({ edit, entityId: lineId }, null, fault)
  }
  if (inBatch) await bench.em.flush() // the row must be gone before another can have its id
  const { budget } = bench.before
  const { place, ...logged } = removal.before as Record<string, unknown>
  const line = bench.em.create(BudgetLine, {
    id,
    budget,
    place: String(place),
    version: removal.version + 1,
    key: budget.defaultKey!.unwrap(),
  })
  bench.lines.set(id, line)
  const touch = bench.lineTouch(edit, line)
  const already = bench.problems.length
  writeFields(bench, touch, line, asInput(logged), undefined)
  placeNew(bench, edit, line, putLine(bench.order, line, placeBefore(bench.order, line)))
  if (bench.problems.length === already) bench.record(touch, line, '+', null, lineAsJson(line))
}

/** The fields of a logged line as an input has them. A log from before there was a field says nothing of it. */
function asInput(logged: Record<string, unknown>): LineFieldsInput {
  const known = Object.entries(lineFields).filter(([name]) => logged[name] !== undefined)
  return Object.fromEntries(
    known.map(([name, { fromLog }]) => {
      const value = logged[name]
      return [name, fromLog && typeof value === 'string' ? fromLog(value) : value]
    }),
  )
}

/** The line that one comes back after: by place in its section, or in the whole sheet when that is gone. */
function placeBefore(order: readonly BudgetLine[], line: BudgetLine): string | null {
  const isBefore = (other: BudgetLine): boolean => other.place < line.place
  const first = order.findIndex(({ section }) => section === line.section)
  const before =
    first < 0
      ? order.findLast(isBefore)
      : (order.findLast((other) => other.section === line.section && isBefore(other)) ??
        order[first - 1])
  return before?.id ?? null
}
