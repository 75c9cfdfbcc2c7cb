import { lettersOf, type SheetWriter } from './sheet-writer.ts'
import { place, sheetRef } from './layout.ts'
import type { LinePlan } from './line-plan.ts'
import { rowHeight } from './row-height.ts'
import type { WorkbookWords } from './text/index.ts'

const widths = [7, 42, 40, 90]
export const noteColumns = widths.map((width) => ({ width }))

/**
 * Writes the sheet of decisions and notes: the lines that have any, as the first sheet says them.
 *
 * @param agreement - what the distribution follows from, in words
 */
export function writeNotes(
  writer: SheetWriter,
  { lines }: LinePlan,
  agreement: string,
  { notesSheet, sheets }: WorkbookWords,
): void {
  writer.begin(1, { height: 24 })
  writer.text(0, notesSheet.title, 'title')
  writer.end()
  writer.begin(2)
  writer.text(0, agreement, 'quiet')
  writer.end()
  writer.begin(3)
  for (const [column, heading] of notesSheet.columns.entries())
    writer.text(column, heading, column === 0 ? 'headingRight' : 'heading')
  writer.end()
  let row = 4
  for (const { row: at, number, line } of lines) {
    if (!line.decision && !line.note) continue
    const from = (column: number) => `${sheetRef(sheets.budget)}$${lettersOf(column)}$${at}&""`
    const texts = [line.description, line.decision, line.note]
    writer.begin(row++, {
      height: rowHeight(texts.map((text, index) => [text, widths[index + 1]!] as const)),
    })
    writer.number(0, number, 'numberTop')
    writer.textFormula(1, from(place.description), line.description, 'text')
    writer.textFormula(2, from(place.decision), line.decision, 'text')
    writer.textFormula(3, from(place.note), line.note, 'text')
    writer.end()
  }
}
