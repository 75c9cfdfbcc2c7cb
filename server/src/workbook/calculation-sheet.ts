import { Blocks, own } from './calculation-blocks.ts'
import { LineCalculation } from './line-calculation.ts'
import type { LinePlan, PlannedLine } from './line-plan.ts'
import { place, rows, sheetRef } from './layout.ts'
import { LocalWeights } from './local-weights.ts'
import { lettersOf, SheetWriter } from './sheet-writer.ts'
import type { WorkbookWords } from './text/index.ts'
import type { Weights } from './weights-sheet.ts'

/** The blocks that the lines of a budget need. */
export function blocksFor(plan: LinePlan, count: number): Blocks {
  const groups = plan.lines.map(({ weighed }) =>
    weighed && weighed.money !== 'FIGURES' && 'weightRows' in weighed.money
      ? weighed.money.divisor.length
      : 0,
  )
  return new Blocks(
    count,
    groups.reduce((most, each) => Math.max(most, each), 0),
  )
}

/** Writes the sheet that calculates: each line on the row that it has on the first sheet. */
export function* writeCalculation(
  plan: LinePlan,
  weights: Weights,
  blocks: Blocks,
  names: readonly string[],
  words: WorkbookWords,
): Generator<string> {
  const writer = new SheetWriter()
  writeHeadings(writer, blocks, names, words)
  const budget = sheetRef(words.sheets.budget)
  const local = new LocalWeights(weights.rows, plan.lastRow + 3)
  const { lines } = plan
  for (let start = 0; start < lines.length;) {
    const end = endOfRun(lines, start)
    const first = lines[start]!
    const last = lines[end - 1]!
    const calculation = new LineCalculation(
      writer,
      blocks,
      budget,
      local,
      first.weighed,
      first.row,
      last.row,
    )
    for (const line of lines.slice(start, end)) {
      calculation.write(line)
      if (writer.length > 65_536) yield writer.take()
    }
    start = end
  }
  local.write(writer, sheetRef(words.sheets.weights))
  yield writer.take()
}

/** Lines below each other that share out by the same weights have the same formulas. */
function endOfRun(lines: readonly PlannedLine[], start: number): number {
  const first = lines[start]!
  let end = start + 1
  while (
    end < lines.length &&
    lines[end]!.weighed === first.weighed &&
    lines[end]!.row === first.row + end - start
  ) {
    end++
  }
  return end
}

function writeHeadings(
  writer: SheetWriter,
  blocks: Blocks,
  names: readonly string[],
  { calculation, columns }: WorkbookWords,
): void {
  writer.begin(rows.title, { height: 24 })
  writer.text(place.number, calculation.title, 'title')
  writer.end()
  writer.begin(rows.state)
  writer.text(place.number, calculation.howTo, 'quiet')
  writer.end()
  const blockNames = blocks.names({ calculation } as WorkbookWords)
  writer.begin(rows.codes)
  for (const [block, name] of blockNames.entries())
    writer.text(blocks.column(block), name, 'section')
  writer.end()
  writer.begin(rows.headings)
  const hasGroups = blocks.groups > 0
  writer.text(place.number, columns.number, 'headingRight')
  writer.text(own.amount, calculation.ore, 'headingRight')
  writer.text(
    own.first,
    calculation.rounds + (hasGroups ? ` / ${calculation.part(0)}` : ''),
    'headingRight',
  )
  writer.text(
    own.second,
    calculation.rest + (hasGroups ? ` / ${calculation.part(1)}` : ''),
    'headingRight',
  )
  writer.text(own.third, hasGroups ? calculation.part(2) : '', 'headingRight')
  writer.text(own.left, calculation.left, 'headingRight')
  for (const block of blockNames.keys()) {
    for (const [index, name] of names.entries())
      writer.text(blocks.column(block) + index, name, 'headingRight')
  }
  writer.end()
}

/** Whether every amount is small enough to be calculated exactly. */
export const amountsRange = ({ lastRow, lines }: LinePlan, sheet: string): string => {
  const letters = lettersOf(own.amount)
  return `${sheet}$${letters}$${lines[0]?.row ?? lastRow}:$${letters}$${lastRow}`
}
