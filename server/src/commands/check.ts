import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { EntityManager, MikroORM } from '@mikro-orm/sqlite'
import { Budget } from '../budget/budget.entity.ts'
import { loadSheets } from '../budget/load-sheets.ts'
import { sheetAddsUp } from '../budget/sheet-adds-up.ts'
import { connectDatabase, migrate } from '../orm.ts'
import { copyDatabase } from './copy-database.ts'
import { inspectFile } from './inspect-file.ts'

/** What a check came to. */
interface Checked {
  /** A sentence for each thing that is wrong. */
  readonly findings: readonly string[]
  /** Budgets that were recalculated. */
  readonly budgets: number
  /** Migrations that were carried out on the copy, and will be at the next start. */
  readonly migrated: number
}

/**
 * Checks a database, which may be in use: on a copy beside it, so that nobody waits and nothing is changed. That the file is
 * sound, its version known, its schema the one the program needs, and that every budget can be calculated and adds up.
 *
 * @throws {CommandFault} when there is nothing to check
 */
export async function check(database: string): Promise<Checked> {
  const folder = await mkdtemp(join(dirname(database), '.andel-check-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    await copyDatabase(database, copy)
    const findings = inspectFile(copy)
    return findings.length > 0 ? { findings, budgets: 0, migrated: 0 } : await checkContent(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function checkContent(file: string): Promise<Checked> {
  const orm = await connectDatabase(file)
  try {
    const migrated = await migrate(orm)
    const { ids, findings } = await checkBudgets(orm.em.fork())
    return {
      findings: [...(await schemaFindings(orm)), ...findings],
      budgets: ids.length,
      migrated,
    }
  } catch (error) {
    return { findings: [`It cannot be used: ${String(error)}`], budgets: 0, migrated: 0 }
  } finally {
    await orm.close()
  }
}

async function schemaFindings(orm: MikroORM): Promise<string[]> {
  const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false })
  return difference
    .split('\n')
    .filter((statement) => statement.trim() !== '')
    .map((statement) => `Its schema is not the one this version needs, but for: ${statement}`)
}

/** Budgets that are in memory at a time. */
const atATime = 20

async function checkBudgets(em: EntityManager): Promise<{ ids: string[]; findings: string[] }> {
  const budgets = await em.find(Budget, {}, { orderBy: { id: 'asc' } })
  const ids = budgets.map(({ id }) => id)
  const findings: string[] = []
  for (let first = 0; first < ids.length; first += atATime) {
    em.clear()
    const some = ids.slice(first, first + atATime)
    const sheets = await loadSheets(em, some)
    for (const [index, sheet] of sheets.entries()) {
      if (sheet instanceof Error)
        findings.push(`Budget ${some[index]} cannot be calculated: ${sheet.message}`)
      else if (!sheetAddsUp(sheet))
        findings.push(`The shares of budget ${some[index]} do not add up.`)
    }
  }
  return { ids, findings }
}
