import { inCodeOrder } from '../allocation/participant.ts'
import { calculateLine } from './calculate-line.ts'
import type { BudgetFacts, LineFacts } from './facts.ts'
import type { BudgetFigures, LineFigures } from './figures.ts'
import { PreparedSplits } from './prepared-splits.ts'
import { Sums } from './sums.ts'

/**
 * All figures that follow from the facts of a budget.
 *
 * With the figures of before, only what an edit touched is calculated: a line is taken over when it, its key,
 * the participants and the populations on the key's dates are the very same objects. Replace what changes and
 * keep the rest, and one amount costs microseconds; the result is the same either way.
 *
 * What is wrong with a line is a value, `fault`, and its amount is in no sum.
 *
 * @throws {Fault} what concerns the whole budget: `DUPLICATE_PARTICIPANT`, `BAD_MONTHS` of a participant,
 *   `BAD_AMOUNT` with reason `TOTAL` when the sums would no longer be exact (`largestGross`)
 */
export function recalculate(facts: BudgetFacts, previous?: BudgetFigures): BudgetFigures {
  if (previous?.facts.participants !== facts.participants) {
    return calculate(facts, new PreparedSplits(facts, inCodeOrder(facts.participants)))
  }
  const splits = new PreparedSplits(facts, previous.splits.participants, previous.splits)
  return update(facts, splits, previous) ?? calculate(facts, splits)
}

/** Everything. */
function calculate(facts: BudgetFacts, splits: PreparedSplits): BudgetFigures {
  const sums = new Sums(new Float64Array(splits.participants.length))
  const lines = calculateLines(facts.lines, splits)
  for (const line of lines) sums.add(line)
  return figures(facts, splits, lines, sums)
}

/** Only the lines that an edit touched; `undefined` when that is most of them. */
function update(
  facts: BudgetFacts,
  splits: PreparedSplits,
  previous: BudgetFigures,
): BudgetFigures | undefined {
  const { start, end, endBefore } = changedWindow(facts.lines, previous, splits)
  const before = previous.lines.slice(start, endBefore)
  const window = facts.lines.slice(start, end)
  const known = takeOver(window, before, splits)
  const fresh = window.filter((_, index) => !known[index])
  if (fresh.length * 2 > facts.lines.length) return undefined

  const calculated = calculateLines(fresh, splits)
  let next = 0
  const after = known.map((line) => line ?? calculated[next++]!)
  const kept = new Set(after)
  const sums = Sums.of(previous)
  for (const line of before) if (!kept.has(line)) sums.remove(line)
  for (const line of calculated) sums.add(line)
  const lines = previous.lines.toSpliced(start, before.length, ...after)
  return figures(facts, splits, lines, sums)
}

/** The lines between those that are the same from the top and those that are the same from the bottom. */
function changedWindow(
  lines: readonly LineFacts[],
  { lines: figures, facts: { lines: before } }: BudgetFigures,
  splits: PreparedSplits,
): { start: number; end: number; endBefore: number } {
  const shorter = Math.min(lines.length, before.length)
  const allHold = splits.onlyLinesDiffer // asked for every line of the budget: no calls in these loops then
  let start = 0
  while (start < shorter && lines[start] === before[start]) {
    if (!allHold && !splits.stillHold(figures[start]!)) break
    start++
  }
  let end = lines.length
  let endBefore = before.length
  while (end > start && endBefore > start && lines[end - 1] === before[endBefore - 1]) {
    if (!allHold && !splits.stillHold(figures[endBefore - 1]!)) break
    end--
    endBefore--
  }
  return { start, end, endBefore }
}

/** The figures of each line that had some which are right still, wherever it stood; each is taken once. */
function takeOver(
  lines: readonly LineFacts[],
  before: readonly LineFigures[],
  splits: PreparedSplits,
): (LineFigures | undefined)[] {
  const known = new Map<LineFacts, LineFigures>()
  for (const line of before) if (splits.stillHold(line)) known.set(line.line, line)
  return lines.map((line) => {
    const figures = known.get(line)
    known.delete(line)
    return figures
  })
}

/** One array for all shares; each line has its part of it. */
function calculateLines(lines: readonly LineFacts[], splits: PreparedSplits): LineFigures[] {
  const size = splits.participants.length
  const { buffer } = new Float64Array(lines.length * size)
  return lines.map((line, index) =>
    calculateLine(line, splits, new Float64Array(buffer, 8 * index * size, size)),
  )
}

function figures(
  facts: BudgetFacts,
  splits: PreparedSplits,
  lines: readonly LineFigures[],
  sums: Sums,
): BudgetFigures {
  sums.check()
  const { totals, total, difference, gross } = sums
  return { facts, codes: splits.codes, lines, totals, total, difference, gross, splits }
}
