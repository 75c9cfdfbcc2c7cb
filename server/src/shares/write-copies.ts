import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Sheet } from '../budget/sheet.ts'
import { type CopiedLine, copiedLines, method } from './copied-figures.ts'

/** Rows of one statement. */
const rowsAtOnce = 500

/** Writes what differs from the copies of some budgets, in one transaction, where no newer copy stands. */
export async function writeCopies(em: EntityManager, sheets: readonly Sheet[]): Promise<void> {
  const lines = new Map(sheets.map((sheet) => [sheet.budget.id, copiedLines(sheet)]))
  await em.transactional(async (tx) => {
    const { claimed, isNew } = await claim(tx, sheets, lines)
    const known = await digests(
      tx,
      claimed.filter((id) => !isNew.has(id)),
    )
    const wanted = claimed.flatMap((id) => lines.get(id)!)
    const changed = wanted.filter((line) => known.get(line.lineId) !== line.digest)
    for (const line of wanted) if (known.get(line.lineId) === line.digest) known.delete(line.lineId)
    await remove(tx, [...known.keys()])
    await add(tx, changed)
  })
}

/**
 * Writes up to which change the copies go, which locks them until the end of the transaction.
 *
 * @returns the budgets whose copy is older than the sheet, and those of them that have none yet
 */
async function claim(
  tx: EntityManager,
  sheets: readonly Sheet[],
  lines: ReadonlyMap<string, readonly CopiedLine[]>,
): Promise<{ claimed: string[]; isNew: ReadonlySet<string> }> {
  const rows = sheets.map(({ budget, sequence, figures }) => [
    budget.id,
    sequence,
    method,
    figures.total,
    figures.difference,
    figures.lines.length,
    lines.get(budget.id)!.reduce((sum, { shares }) => sum + shares.length, 0),
  ])
  const claimed = await tx.execute<{ id: string }[]>(
    `insert into budget_figures (budget_id, sequence, method, total, difference, lines, shares)
     values ${literals(tx, rows)}
     on conflict (budget_id) do update set sequence = excluded.sequence, method = excluded.method,
       total = excluded.total, difference = excluded.difference,
       lines = excluded.lines, shares = excluded.shares
     where budget_figures.sequence < excluded.sequence or budget_figures.method <> excluded.method
     returning budget_id as id`,
  )
  const ids = claimed.map(({ id }) => id)
  if (ids.length === 0) return { claimed: [], isNew: new Set() }
  const copied = await tx.execute<{ id: string }[]>(
    `select distinct budget_id as id from line_figures where budget_id in ${literal(tx, ids)}`,
  )
  const old = new Set(copied.map(({ id }) => id))
  return { claimed: ids, isNew: new Set(ids.filter((id) => !old.has(id))) }
}

/** Digests of the copied lines, by line. */
async function digests(
  tx: EntityManager,
  budgetIds: readonly string[],
): Promise<Map<string, string>> {
  if (budgetIds.length === 0) return new Map()
  const rows = await tx.execute<{ id: string; digest: string }[]>(
    `select line_id as id, digest from line_figures where budget_id in ${literal(tx, budgetIds)}`,
  )
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

async function remove(tx: EntityManager, lineIds: readonly string[]): Promise<void> {
  for (const ids of chunks(lineIds)) {
    const condition = `line_id in ${literal(tx, ids)}`
    await tx.execute(`delete from cost_share where ${condition}`)
    await tx.execute(`delete from line_figures where ${condition}`)
  }
}

async function add(tx: EntityManager, lines: readonly CopiedLine[]): Promise<void> {
  for (const some of chunks(lines)) {
    const rows = some.map((line) => [
      line.lineId,
      line.budgetId,
      line.position,
      line.amount,
      line.difference,
      line.fault,
      line.sectionOrder,
      line.descriptionOrder,
      line.searched,
      line.digest,
    ])
    await tx.execute(
      `insert into line_figures (line_id, budget_id, position, amount, difference, fault,
         section_order, description_order, searched, digest) values ${literals(tx, rows)}`,
    )
  }
  for (const some of chunks(shareRows(tx, lines))) {
    await tx.execute(
      `insert into cost_share (line_id, municipality_code, budget_id, amount, residual)
       values ${some.join(', ')}`,
    )
  }
}

/** Each share as a row of SQL; what the shares of a line have in common is quoted once. */
function shareRows(em: EntityManager, lines: readonly CopiedLine[]): string[] {
  const quoted = (text: string): string => quote(em, text)
  return lines.flatMap((line) => {
    const [lineId, budgetId] = [quoted(line.lineId), quoted(line.budgetId)]
    return line.shares.map(
      ({ code, amount, residual }) =>
        `(${lineId}, ${quoted(code)}, ${budgetId}, ${amount}, ${residual})`,
    )
  })
}

type Value = string | number | null

/** Rows as SQL, quoted as the database wants it: thousands of values, which is faster than parameters. */
function literals(em: EntityManager, rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => literal(em, row)).join(', ')
}

function literal(em: EntityManager, values: readonly Value[]): string {
  return `(${values.map((value) => quote(em, value)).join(', ')})`
}

function quote(em: EntityManager, value: Value): string {
  return typeof value === 'string' ? em.getPlatform().quoteValue(value) : String(value)
}

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += rowsAtOnce)
    yield all.slice(start, start + rowsAtOnce)
}
