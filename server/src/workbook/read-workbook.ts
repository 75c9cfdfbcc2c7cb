import { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ownIdIfAny } from '../connection/global-id.ts'
import type { Sheet } from '../budget/sheet.ts'
import { readWorkbookCells } from '../file/read-workbook-cells.ts'
import { cellDifferences } from './cell-differences.ts'
import { habitsOf, sheetLike } from './exported-sheets.ts'
import { ReadBench } from './read-bench.ts'
import { readFigures } from './read-figures.ts'
import { readFixedCells } from './read-fixed-cells.ts'
import { readLines } from './read-lines.ts'
import { sealToReadBack } from './read-seal.ts'
import { knownSealSecret } from './seal-secret.ts'
import { type KnownSheet, editedSheet, exportedSheet } from './sheet-rows.ts'
import { WorkbookProposal } from './workbook-proposal.ts'

/**
 * Compares a workbook with what it was when it was exported and with the budget as it now stands. Stores nothing.
 *
 * @param sheet - the budget as it now stands
 * @param language - how numbers are read that the workbook has as texts
 * @throws {Fault} what `readWorkbookCells` throws; `FILE_NOT_OURS`; `FILE_OTHER_BUDGET`
 */
export async function readWorkbook(
  em: EntityManager,
  sheet: Sheet,
  bytes: Uint8Array,
  language: Language,
): Promise<WorkbookProposal> {
  const workbook = await readWorkbookCells(bytes)
  const read = sealToReadBack(workbook, await knownSealSecret(em))
  if (ownIdIfAny(read.sealed.budgetId, 'Budget') !== sheet.budget.id)
    throw new Fault('FILE_OTHER_BUDGET')
  const bench = new ReadBench(em, sheet, read.sealed, language)
  const pair = (place: number): [was: KnownSheet, is: KnownSheet] => {
    const exported = read.sealed.sheets[place] ?? { name: '', rows: [] }
    const now = sheetLike(exported, place, workbook.sheets) ?? { name: exported.name, rows: [] }
    const habits = habitsOf(place)
    return [exportedSheet(exported, habits), editedSheet(now, exported, habits)]
  }
  await readFigures(em, bench, ...pair(1))
  await readLines(bench, ...pair(0))
  readFixedCells(bench, cellDifferences(read.sealed.sheets, workbook.sheets))
  return new WorkbookProposal(read, sheet, bench.changes)
}
