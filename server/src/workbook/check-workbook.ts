import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { readWorkbookCells } from '../file/read-workbook-cells.ts'
import { cellDifferences } from './cell-differences.ts'
import { readSeal } from './read-seal.ts'
import { knownSealSecret } from './seal-secret.ts'
import { WorkbookCheck } from './workbook-check.ts'

/**
 * Compares a workbook with what it was when it was exported. Stores nothing.
 *
 * @throws {Fault} what `readWorkbookCells` throws
 */
export async function checkWorkbook(em: EntityManager, bytes: Uint8Array): Promise<WorkbookCheck> {
  const workbook = await readWorkbookCells(bytes)
  const read = readSeal(workbook, await knownSealSecret(em))
  const found = read.sealed ? cellDifferences(read.sealed.sheets, workbook.sheets) : []
  return new WorkbookCheck(read, found)
}
