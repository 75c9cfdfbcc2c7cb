import { Fault } from '@andel/schema/fault'
import type { CellDifference } from './cell-differences.ts'
import { figureColumns, lineColumns, numberColumns } from './exported-sheets.ts'
import { mark } from './layout.ts'
import type { ReadBench } from './read-bench.ts'
import { shownValue } from './shown-value.ts'
import { WorkbookChangeKind } from './workbook-change.ts'

/** Columns that are read, and those that merely number the lines: the id is told of where lines are read. */
const freeLineColumns = new Set<number>([...Object.values(lineColumns), ...numberColumns])
const freeFigureColumns = new Set<number>([
  figureColumns.inhabitants,
  figureColumns.source,
  figureColumns.note,
])

/** Notes what has been changed where nothing can be: cells that were calculated, headings, the other sheets. */
export function readFixedCells(bench: ReadBench, differences: readonly CellDifference[]): void {
  for (const one of differences) {
    if (one.fate !== 'KEPT' || one.recalculated || isFree(bench, one)) continue
    bench.note({
      kind: WorkbookChangeKind.NOT_ALLOWED,
      sheet: one.sheet,
      cell: one.address,
      description: one.row,
      base: shownValue(one.was),
      proposed: shownValue(one.is),
      fault: new Fault('CELL_IS_FIXED'),
    })
  }
}

function isFree({ sealed }: ReadBench, { place: sheet, column, id }: CellDifference): boolean {
  if (sheet === 0 && id in sealed.lines) return freeLineColumns.has(column)
  if (sheet === 0 && id === mark.section) return column === lineColumns.description
  return sheet === 1 && id in sealed.figures && freeFigureColumns.has(column)
}
