import type { Visitor } from '../visitor.ts'
import { type Logged, readBudget, readLog } from './budget.ts'
import type { Sent } from './editor.ts'

/** What speaks against the product after a fault; empty when nothing does. */
export type Complaints = string[]

interface Asked {
  readonly office: Visitor
  /** Sequence before the fault. */
  readonly since: number
  /** The line whose amount everybody writes, and what it said before the fault. */
  readonly shared: string
  readonly amount: string | null
  readonly sent: Sent
}

/** Changes of one edit: two fields of a line of one's own, and the amount that all write. */
const changesOfAnEdit = 3

/**
 * Every edit that was answered is stored once, none by half, none that was refused; no amount was written over unseen; the sheet
 * says what the log says.
 */
export async function judge({ office, since, shared, amount, sent }: Asked): Promise<Complaints> {
  const complaints: Complaints = []
  const budget = await readBudget(office)
  const log = await readLog(office, budget.id, since)
  const batches = Map.groupBy(log, ({ batch }) => batch)
  for (const key of sent.stored)
    if (!batches.has(key)) complaints.push(`answered as stored, and not in the log: ${key}`)
  for (const key of sent.refused)
    if (batches.has(key)) complaints.push(`answered as refused, and in the log: ${key}`)
  for (const [key, changes] of batches) {
    if (changes.length !== changesOfAnEdit)
      complaints.push(`${changes.length} changes instead of ${changesOfAnEdit}: ${key}`)
  }
  for (const [index, { sequence }] of log.entries())
    if (index > 0 && sequence <= log[index - 1]!.sequence) complaints.push('the log is in disorder')
  const amounts = log.filter(({ entityId, field }) => entityId === shared && field === 'amount')
  complaints.push(...lostUpdates(amounts, amount, sent))
  for (const line of budget.lines)
    if (line.note !== line.decision && isMark(line.note))
      complaints.push(`a line is half written: ${line.description}`)
  const now = budget.lines.find(({ id }) => id === shared)!
  const last = amounts.length > 0 ? amounts.at(-1)!.after : amount
  if (now.typedAmount !== last)
    complaints.push(`the sheet says ${now.typedAmount}, and the log ${String(last)}`)
  if (!budget.sumOk) complaints.push('the shares do not add up')
  return complaints
}

/** Each amount must stand in the place of the one that its writer saw: else somebody's was written over unseen. */
function lostUpdates(
  amounts: readonly Logged[],
  amount: string | null,
  { seen }: Sent,
): Complaints {
  let last: unknown = amount
  return amounts.flatMap(({ sequence, batch, before, after }) => {
    const isLost = before !== last || (seen.has(batch) && seen.get(batch) !== before)
    last = after
    return isLost ? [`an update is lost at ${sequence}: ${String(before)} → ${String(after)}`] : []
  })
}

const isMark = (text: string): boolean => /^[\da-f]{8}-/.test(text)
