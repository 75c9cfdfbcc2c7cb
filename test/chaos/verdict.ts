import type { Visitor } from '../visitor.ts'
import { type Logged, readBudget, readLog } from './budget.ts'
import type { Sent } from './editor.ts'

/** What speaks against the product after a fault; empty when nothing does. */
export type Complaints = string[]

interface Asked {
  readonly office: Visitor
  /** Sequence before the fault. */
  readonly since: number
  /** The line on whose amount everybody counts, and what it said before the fault. */
  readonly shared: string
  readonly counted: number
  readonly sent: Sent
}

/** Changes of one edit: two fields of a line of one's own, and the amount that all count on. */
const changesOfAnEdit = 3

/**
 * Every edit that was answered is stored once, none by half, none that was refused; nobody's count is lost; the sheet says what the log
 * says.
 */
export async function judge({ office, since, shared, counted, sent }: Asked): Promise<Complaints> {
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
  const counts = log.filter(({ entityId, field }) => entityId === shared && field === 'amount')
  complaints.push(...lostCounts(counts, counted))
  for (const line of budget.lines)
    if (line.note !== line.decision && isMark(line.note))
      complaints.push(`a line is half written: ${line.description}`)
  const now = budget.lines.find(({ id }) => id === shared)!
  if (Number(now.typedAmount) !== counted + counts.length)
    complaints.push(
      `the sheet counts ${now.typedAmount} after ${counted} and ${counts.length} more`,
    )
  if (!budget.sumOk) complaints.push('the shares do not add up')
  return complaints
}

/** Each count must go on from the one before: one that does not has written over somebody else's. */
function lostCounts(counts: readonly Logged[], counted: number): Complaints {
  let last = counted
  return counts.flatMap(({ sequence, before, after }) => {
    const goesOn = Number(before) === last && Number(after) === last + 1
    last = Number(after)
    return goesOn ? [] : [`an update is lost at ${sequence}: ${String(before)} → ${String(after)}`]
  })
}

const isMark = (text: string): boolean => /^[\da-f]{8}-/.test(text)
