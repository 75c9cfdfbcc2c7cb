import { existsSync } from 'node:fs'
import { copyFile, link, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AuditAction } from '../audit/audit-action.ts'
import { DatabaseInUse, isBusy, lockDatabase } from '../operation/database-lock.ts'
import { check } from './check.ts'
import { CommandFault } from './command-fault.ts'
import { copyDatabase, toDisk } from './copy-database.ts'
import { noteInAudit } from './note-in-audit.ts'

/** What a restoration came to. */
interface Restored {
  /** Where the database is that was there before; undefined when there was none. */
  readonly replaced: string | undefined
  /** Budgets that were recalculated to check it. */
  readonly budgets: number
  /** As of a check: no reason to go without the backup. */
  readonly unfit: string | null
}

/**
 * Puts a backup in the place of the database, which nobody may be using. What was there is kept beside it. Everybody must sign
 * in again: a session that has been ended since must not come back, nor an invitation that has been used.
 *
 * @throws {CommandFault} when the backup is not sound; then nothing has changed
 * @throws {DatabaseInUse}
 */
export async function restore(backup: string, database: string): Promise<Restored> {
  if (!existsSync(backup)) throw new CommandFault(`There is no file ${backup}.`)
  const lock = lockDatabase(database, 'alone')
  const unfinished = `${database}.${process.pid}.unfinished`
  try {
    await copyDatabase(backup, unfinished)
    const { findings } = await check(unfinished)
    if (findings.length > 0)
      throw new CommandFault(`${backup} is not sound, and was not restored.`, findings)
    endSessions(unfinished)
    noteInAudit(unfinished, AuditAction.RESTORED)
    await toDisk(unfinished)
    const replaced = existsSync(database) ? await keepBeside(database) : undefined
    await rename(unfinished, database)
    await toDisk(dirname(database))
    return { replaced, ...(await recheck(database)) }
  } finally {
    await rm(unfinished, { force: true })
    lock[Symbol.dispose]()
  }
}

/** What comes with a database while it is in use. */
const companions = ['-wal', '-shm'] as const

/**
 * Keeps the database that is to be replaced, whole, under a name of its own. It stands in its old place until the new one
 * takes it, without companions, which must never meet the new one.
 */
async function keepBeside(database: string): Promise<string> {
  foldIn(database)
  const kept = `${database}.replaced-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  await link(database, kept).catch(() => copyFile(database, kept)) // not every disk knows links
  for (const companion of companions) {
    if (!existsSync(database + companion)) continue
    await copyFile(database + companion, kept + companion)
    await rm(database + companion)
  }
  await toDisk(kept)
  return kept
}

/**
 * Has the newest edits in the file itself. One that is damaged is kept as it is, with what is beside it.
 *
 * @throws {DatabaseInUse} when another program has it open
 */
function foldIn(file: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma journal_mode = delete')
  } catch (error) {
    if (isBusy(error)) throw new DatabaseInUse(`Another program has ${file} open.`)
    // else it is damaged, which is why one restores
  } finally {
    database.close()
  }
}

function endSessions(file: string): void {
  const database = new DatabaseSync(file)
  for (const table of ['session', 'invitation']) {
    const isThere = database.prepare('select 1 from sqlite_schema where name = ?').get(table)
    if (isThere) database.exec(`delete from \`${table}\``)
  }
  database.close()
}

async function recheck(database: string): Promise<Pick<Restored, 'budgets' | 'unfit'>> {
  const { findings, budgets, unfit } = await check(database)
  if (findings.length > 0)
    throw new CommandFault(`${database} was restored, but is not sound on this disk.`, findings)
  return { budgets, unfit }
}
