import { Fault } from '@andel/schema/fault'
import { BudgetLine, LineKind } from '../budget/budget-line.entity.ts'
import { lineFields } from '../budget/edit/line-fields.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { isFormulaCell, valueOf } from '../file/cell.ts'
import { sameJson } from '../history/journal.ts'
import { lineColumns } from './exported-sheets.ts'
import { type CellField, typedFormula } from './field-cells.ts'
import type { ReadBench } from './read-bench.ts'
import { readNewLines } from './read-new-lines.ts'
import { sameFormula, sameValue } from './same-cell.ts'
import { shownValue } from './shown-value.ts'
import { sectionsOf } from './section-walk.ts'
import type { KnownRow, KnownSheet } from './sheet-rows.ts'
import { type ChangeFacts, WorkbookChangeKind } from './workbook-change.ts'

const fields = Object.keys(lineColumns).filter((name) => name !== 'id') as CellField[]

/** One line in the three states that are compared. */
interface LineStates {
  readonly lineId: string
  readonly was: KnownRow
  readonly is: KnownRow
  readonly sheet: string
  /** As it now stands; undefined when somebody has removed it. */
  readonly now: BudgetLine | undefined
  readonly baseVersion: number
}

/**
 * Compares the lines of a workbook, as exported and as they are, with those of the budget, and notes what differs.
 *
 * @throws {Fault} `FILE_NOT_OURS` when none of the exported lines is there: the sheet is gone, not every line
 */
export async function readLines(bench: ReadBench, was: KnownSheet, is: KnownSheet): Promise<void> {
  const versions = bench.sealed.lines
  const before = new Map(was.rows.filter(({ id }) => id in versions).map((row) => [row.id, row]))
  const first = new Map(is.rows.filter(({ id }) => id in versions).map((row) => [row.key, row]))
  const found = [...before].map(([id, row]) => ({ id, was: row, is: first.get(`${id} 1`) }))
  if (found.length > 0 && found.every((one) => !one.is)) throw new Fault('FILE_NOT_OURS')

  const lines = new Map(bench.sheet.lines.map((line) => [toGlobalId('BudgetLine', line.id), line]))
  const sections = { was: sectionsOf(was.rows), is: sectionsOf(is.rows) }
  for (const { id, was: row, is: edited } of found) {
    const now = lines.get(id)
    const states = { lineId: id, was: row, sheet: is.name, now, baseVersion: versions[id]! }
    if (!edited) await noteRemoval(bench, states)
    else {
      const line = { ...states, is: edited }
      await noteSection(bench, line, sections.was.get(row.key)!, sections.is.get(edited.key)!)
      for (const field of fields) await noteField(bench, line, field)
    }
  }
  readNewLines(bench, is, { fields, sections: sections.is, lines })
}

async function noteRemoval(
  bench: ReadBench,
  { lineId, was, sheet, now, baseVersion }: Omit<LineStates, 'is'>,
): Promise<void> {
  if (!now) return
  const stale = now.version > baseVersion
  bench.note({
    kind: stale ? WorkbookChangeKind.CHANGED_MEANWHILE : WorkbookChangeKind.REMOVED,
    sheet,
    cell: was.address(lineColumns.description),
    description: now.description,
    lineId,
    baseVersion,
    currentVersion: now.version,
    ...(stale && (await bench.whoChanged(lineId, undefined, baseVersion))),
  })
}

const place = (
  { lineId, is, was, sheet, now, baseVersion }: LineStates,
  column: number,
): Omit<ChangeFacts, 'kind'> => ({
  sheet,
  cell: is.address(column),
  description: String(
    shownValue(is.cell(lineColumns.description)) ??
      shownValue(was.cell(lineColumns.description)) ??
      '',
  ),
  lineId,
  baseVersion,
  currentVersion: now?.version,
})

async function noteField(bench: ReadBench, line: LineStates, field: CellField): Promise<void> {
  const column = lineColumns[field]
  const [before, after] = [line.was.cell(column), line.is.cell(column)]
  const bothCalculated = isFormulaCell(before) && isFormulaCell(after)
  if (sameValue(before, after) && (bothCalculated || sameFormula(before, after))) return
  const isPosition = valueOf(line.is.cell(lineColumns.monthlyCost)) !== null
  const follows = isFormulaCell(after) || valueOf(after) === null
  if (field === 'amount' && isPosition && follows) return
  const at = { ...place(line, column), field }
  try {
    if (field === 'amount' && isPosition) throw new Fault('AMOUNT_IS_CALCULATED')
    const proposed = typedValue(field, bench.valueOf(field, after), line.now)
    const base = typedValue(
      field,
      valueIfAny(() => bench.valueOf(field, before)),
      line.now,
    )
    // A formula has the sign of the cell, and would give a revenue the wrong one.
    const formula = isRevenueAmount(field, line.now) ? null : typedFormula(field, after)
    await noteValue(bench, line, at, { base, proposed, formula })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const proposed = shownValue(after)
    const current = line.now && lineFields[field].read(line.now)
    bench.note({ ...at, kind: WorkbookChangeKind.NOT_ALLOWED, current, proposed, fault: error })
  }
}

async function noteSection(
  bench: ReadBench,
  line: LineStates,
  base: string,
  wanted: string,
): Promise<void> {
  if (base === wanted) return
  const at = { ...place(line, lineColumns.description), field: 'section' as const }
  try {
    await noteValue(bench, line, at, { base, proposed: bench.checked('section', wanted) })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    bench.note({ ...at, kind: WorkbookChangeKind.NOT_ALLOWED, proposed: wanted, fault: error })
  }
}

/** The three-way comparison: nothing when the workbook has what was exported, or what now stands. */
async function noteValue(
  bench: ReadBench,
  { lineId, now, baseVersion }: LineStates,
  at: Omit<ChangeFacts, 'kind'> & { field: CellField | 'section' },
  values: Pick<ChangeFacts, 'base' | 'proposed' | 'formula'>,
): Promise<void> {
  const { base, proposed } = values
  if (sameJson(base, proposed)) return
  if (!now) throw new Fault('LINE_REMOVED', { line: lineId })
  const current = lineFields[at.field].read(now)
  if (sameJson(current, proposed)) return
  const stale = now.version > baseVersion && !sameJson(base, current)
  bench.note({
    ...at,
    ...values,
    current,
    kind: stale ? WorkbookChangeKind.CHANGED_MEANWHILE : WorkbookChangeKind.CHANGED,
    ...(stale && (await bench.whoChanged(lineId, at.field, baseVersion))),
  })
}

const isRevenueAmount = (field: string, line: BudgetLine | undefined): boolean =>
  field === 'amount' && line?.kind === LineKind.REVENUE

/** The workbook shows a revenue as it counts, which is the opposite of what is typed. */
function typedValue(field: string, value: unknown, line: BudgetLine | undefined): unknown {
  if (!isRevenueAmount(field, line) || typeof value !== 'string' || Number(value) === 0)
    return value
  return value.startsWith('-') ? value.slice(1) : `-${value}`
}

function valueIfAny<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
