import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FaultCode } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Budget } from '../budget/budget.entity.ts'
import { loadSheets } from '../budget/load-sheets.ts'
import { sheetAddsUp } from '../budget/sheet-adds-up.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/database.ts'
import { connectDatabase } from '../database/open-database.ts'
import { tellFinding } from '../chain/finding.ts'
import { CommandFault } from './command-fault.ts'
import { copyDatabase } from './copy-database.ts'
import { inspectFile } from './inspect-file.ts'
import { verifyDatabase } from './verify.ts'

/** What a check came to. */
interface Checked {
  /** A sentence for each thing that is wrong. */
  readonly findings: readonly string[]
  /** A sentence on the first row that does not fit the history; null when all do, or it is yet to be chained. */
  readonly unfit: string | null
  /** Budgets that were recalculated. */
  readonly budgets: number
  /** Migrations that were carried out on the copy, and will be at the next start. */
  readonly migrated: number
}

/**
 * Checks a database, which may be in use: on a copy beside it, so that nobody waits and nothing is changed. That the file is
 * sound, its version known, its schema the one the program needs, that every budget can be calculated and adds up, and that the
 * history fits.
 *
 * @throws {CommandFault} when there is nothing to check
 */
export async function check(database: string): Promise<Checked> {
  if (!existsSync(database)) throw new CommandFault(`There is no database ${database}.`)
  const folder = await mkdtemp(join(dirname(database), '.andel-check-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    await copyDatabase(database, copy)
    const findings = inspectFile(copy)
    return findings.length > 0 ? unusable(findings) : await checkContent(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const unusable = (findings: readonly string[]): Checked => ({
  findings,
  unfit: null,
  budgets: 0,
  migrated: 0,
})

async function checkContent(file: string): Promise<Checked> {
  const orm = await connectDatabase({ dialect: 'sqlite', file })
  try {
    const migrated = await migrate(orm)
    const { ids, findings } = await checkBudgets(orm.em.fork())
    const { finding } = await verifyDatabase(orm)
    return {
      findings: [...(await schemaFindings(orm)), ...findings],
      unfit: finding && `Its history does not fit: ${tellFinding(finding)}.`,
      budgets: ids.length,
      migrated,
    }
  } catch (error) {
    return unusable([`It cannot be used: ${(error as Error).message}`])
  } finally {
    await orm.close()
  }
}

async function schemaFindings(orm: Database): Promise<string[]> {
  const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false })
  return difference
    .split('\n')
    .filter((statement) => statement.trim() !== '')
    .map((statement) => `Its schema is not the one this version needs, but for: ${statement}`)
}

async function checkBudgets(em: EntityManager): Promise<{ ids: string[]; findings: string[] }> {
  const ids = (await em.find(Budget, {}, { orderBy: { id: 'asc' } })).map(({ id }) => id)
  const findings: string[] = []
  for (const id of ids) {
    const finding = await findingOf(em.fork(), id)
    if (finding !== undefined) findings.push(`Budget ${id} ${finding}`)
  }
  return { ids, findings }
}

/** Why a line has no figures, where no edit can have stored what it is made of. */
const impossible = new Set<FaultCode | undefined>([
  'BAD_AMOUNT',
  'BAD_INHABITANTS',
  'BAD_KEY',
  'BAD_MONTHS',
  'BAD_PERCENTAGES',
  'BAD_WEIGHT',
  'BAD_WORKLOAD',
  'UNKNOWN_KEY',
])

async function findingOf(em: EntityManager, id: string): Promise<string | undefined> {
  try {
    const [sheet] = await loadSheets(em, [id])
    if (sheet instanceof Error) throw sheet
    if (!sheet || !sheetAddsUp(sheet)) return 'has shares that do not add up.'
    const fault = sheet.figures.lines.find((line) => impossible.has(line.fault?.code))?.fault
    return fault && `has a line that cannot be calculated: ${fault.code}.`
  } catch (error) {
    return `cannot be calculated: ${(error as Error).message}`
  }
}
