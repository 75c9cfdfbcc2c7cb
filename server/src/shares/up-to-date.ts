import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { loadSheets } from '../budget/load-sheets.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { RequestContext } from '../context.ts'
import { staleBudgets } from './stale-budgets.ts'
import { writeCopies } from './write-copies.ts'

/** Budgets that are read at once, and lines whose copies are written in one transaction: while it lasts, nobody else writes. */
const budgetsAtOnce = 100
const linesAtOnce = 2500

/**
 * Brings the copy of all shares up to date: one statement when it is. Budgets with newer changes are calculated, and the lines
 * that differ are written. Safe with any number of processes: what a copy follows from is written with it, and a copy
 * never replaces a newer one.
 *
 * @param only - own ids of the budgets whose copy is needed; all of them when left out
 */
export async function bringUpToDate(
  context: RequestContext,
  only?: readonly string[],
): Promise<void> {
  // Twice at most: a budget that is edited all the time is as new as when the question came.
  for (let round = 0; round < 2; round++) {
    const stale = await staleBudgets(context.em, only)
    if (stale.size === 0) return
    const ids = [...stale.keys()]
    for (let start = 0; start < ids.length; start += budgetsAtOnce)
      await copyBudgets(context, stale, ids.slice(start, start + budgetsAtOnce))
  }
}

async function copyBudgets(
  context: RequestContext,
  stale: ReadonlyMap<string, number>,
  ids: readonly string[],
): Promise<void> {
  const em = context.em.fork()
  for (const sheets of inPortions(await freshSheets(context, em, stale, ids)))
    await writeCopies(em, sheets)
  // all budgets there are would be much to hold until the end of the request
  if (stale.size > budgetsAtOnce) for (const id of ids) context.sheets.clear(id)
}

/**
 * Budgets as they stand, each at one moment. The sequence was read before the facts and is read again with them: when it is
 * the same, nothing came in between.
 */
async function freshSheets(
  { sheets }: RequestContext,
  em: EntityManager,
  stale: ReadonlyMap<string, number>,
  ids: readonly string[],
): Promise<Sheet[]> {
  const isFresh = (sheet: Sheet | Error): sheet is Sheet =>
    !(sheet instanceof Error) && sheet.sequence === stale.get(sheet.budget.id)
  const known = (await sheets.loadMany(ids)).filter(isFresh)
  const found = new Set(known.map(({ budget }) => budget.id))
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length === 0) return known
  // read earlier in this request, or edited meanwhile
  for (const id of missing) sheets.clear(id)
  return [...known, ...(await loadSheets(em.fork(), missing)).filter(isFresh)]
}

function* inPortions(sheets: readonly Sheet[]): Generator<Sheet[]> {
  let portion: Sheet[] = []
  let lines = 0
  for (const sheet of sheets) {
    portion.push(sheet)
    lines += sheet.lines.length
    if (lines < linesAtOnce) continue
    yield portion
    portion = []
    lines = 0
  }
  if (portion.length > 0) yield portion
}
