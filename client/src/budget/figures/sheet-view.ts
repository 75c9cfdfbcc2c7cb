import { recalculate, type BudgetFigures, type LineFigures } from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import type { Sheet, SheetLine } from '../sheet/sheet.ts'

/** A line on screen: what was typed, and what follows. */
export interface ViewRow {
  readonly line: SheetLine
  /** From 0, in the order of the sheet. */
  readonly index: number
  readonly figures: LineFigures | undefined
}

/** A sheet with its figures, as it is shown at one moment. */
export interface SheetView {
  readonly sheet: Sheet
  readonly figures: BudgetFigures
  readonly rows: ReadonlyMap<string, ViewRow>
  /** Whether all figures are written with öre, because some have any. */
  readonly withOre: boolean
  /** Why the budget as a whole cannot be calculated; its figures are those of before. */
  readonly fault: Fault | undefined
}

/**
 * Calculates a sheet; with the view of before, only what was touched.
 *
 * @param withOre - whether figures have öre, when that is settled already
 */
export function viewSheet(sheet: Sheet, before?: SheetView, withOre?: boolean): SheetView {
  const { figures, fault } = calculate(sheet, before?.figures)
  return {
    sheet,
    figures,
    rows: rowsOf(sheet, figures),
    withOre: withOre ?? hasOre(sheet, figures),
    fault,
  }
}

function calculate(sheet: Sheet, before: BudgetFigures | undefined) {
  try {
    return { figures: recalculate(sheet, before), fault: undefined }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { figures: before ?? recalculate({ ...sheet, lines: [] }), fault: error }
  }
}

function rowsOf({ lines }: Sheet, figures: BudgetFigures): ReadonlyMap<string, ViewRow> {
  const same = figures.facts.lines === lines
  const known = new Map(same ? [] : figures.lines.map((found) => [found.line.id, found]))
  return new Map(
    lines.map((line, index) => [
      line.id,
      { line, index, figures: same ? figures.lines[index] : known.get(line.id) },
    ]),
  )
}

function hasOre(sheet: Sheet, { lines, difference }: BudgetFigures): boolean {
  return (
    difference % 100 !== 0 ||
    sheet.lines.some((line) => (line.monthlyCost ?? 0) % 100 !== 0) ||
    lines.some(({ amount, shares }) => (amount ?? 0) % 100 !== 0 || shares.some(isBroken))
  )
}

function isBroken(ore: number): boolean {
  return ore % 100 !== 0
}

/** Lines that do not look the same in two views; `undefined` when everything may. */
export function changedLines(before: SheetView, after: SheetView): readonly string[] | undefined {
  if (before.withOre !== after.withOre) return undefined
  const ids: string[] = []
  for (const [id, { line, index, figures }] of after.rows) {
    const row = before.rows.get(id)
    if (row?.figures !== figures || row?.line !== line || row.index !== index) ids.push(id)
  }
  return ids
}
