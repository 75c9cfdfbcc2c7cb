import { existsSync } from 'node:fs'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { tellFinding } from '../chain/finding.ts'
import { type Head, verifyChain } from '../chain/verify-chain.ts'
import { type Counts, copyRows, countRows } from '../database/copy-rows.ts'
import { type Database, isOnPostgres } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { connectDatabase, openPlace } from '../database/open-database.ts'
import { type DatabasePlace, nameOf } from '../database/place.ts'
import { startAlone } from '../database/start-alone.ts'
import { DatabaseInUse, lockDatabase } from '../operation/database-lock.ts'
import { CommandFault } from './command-fault.ts'

/** What a copy came to. */
interface Copied {
  readonly rows: number
  /** The end of the history, which fits on the other side too. */
  readonly head: Head
}

/** Rows that migrations make: they say nothing of what somebody has done. */
const fromMigrations = new Set(['history_head', 'installation'])

/**
 * Copies an installation from a file of SQLite's to PostgreSQL or back: people, passwords, sessions, history and its hashes, all
 * of it or nothing. Nobody may use either meanwhile; an edit made after it would be left behind.
 *
 * @throws {CommandFault} when there is nothing to copy, something in the target, or the history does not fit on the other side
 * @throws {DatabaseInUse}
 */
export async function copy(from: DatabasePlace, to: DatabasePlace): Promise<Copied> {
  if (from.dialect === to.dialect) throw new CommandFault(sameDialect[from.dialect])
  if (from.dialect === 'sqlite' && !existsSync(from.file))
    throw new CommandFault(`There is no database ${from.file}.`)
  return await alone(from, () => alone(to, () => copyAll(from, to)))
}

const sameDialect = {
  sqlite: 'Both are files of SQLite: use andel backup and andel restore.',
  postgresql: 'Both are PostgreSQL: use pg_dump and pg_restore.',
} as const

async function alone<T>(place: DatabasePlace, work: () => Promise<T>): Promise<T> {
  if (place.dialect === 'postgresql') return await startAlone(place, work)
  const lock = lockDatabase(place.file, 'alone')
  try {
    return await work()
  } finally {
    lock[Symbol.dispose]()
  }
}

async function copyAll(from: DatabasePlace, to: DatabasePlace): Promise<Copied> {
  await using source = await connectDatabase(from)
  await requireUnused(source, from)
  if ((await source.migrator.getPending()).length > 0)
    throw new CommandFault(`${nameOf(from)} is of an older Andel. Start this one on it once.`)
  await using target = await openPlace(to)
  await requireUnused(target, to)
  await migrate(target)
  if (!isEmpty(await countRows(target)))
    throw new CommandFault(`${nameOf(to)} is not empty. Name one that is, or that is not there.`)
  let head: Head | undefined
  const counts = await copyRows(source, target, async (tx) => {
    head = await headOfSound(tx, to)
  })
  requireSame(counts, await countRows(target))
  return { rows: [...counts.values()].reduce((sum, count) => sum + count, 0), head: head! }
}

/** @throws {DatabaseInUse} when another process of Andel's is connected to PostgreSQL. To be asked first of all. */
async function requireUnused(database: Database, place: DatabasePlace): Promise<void> {
  if (!isOnPostgres(database)) return
  const others = await database.em.execute<unknown[]>(
    `select 1 from pg_stat_activity where datname = current_database()
      and application_name like 'andel%' and pid <> pg_backend_pid()`,
  )
  if (others.length > 0)
    throw new DatabaseInUse(`${nameOf(place)} is in use. Stop every Andel that uses it.`)
}

const isEmpty = (counts: Counts): boolean =>
  [...counts].every(([table, count]) => count === 0 || fromMigrations.has(table))

/** @throws {CommandFault} when the history does not fit: then nothing has been copied */
async function headOfSound(tx: EntityManager, to: DatabasePlace): Promise<Head> {
  const { head, finding } = await verifyChain(tx)
  if (finding)
    throw new CommandFault(`In ${nameOf(to)} the history does not fit, so nothing was copied:`, [
      tellFinding(finding),
    ])
  if (head === null) throw new CommandFault('Its history is not chained. Start Andel on it once.')
  return head
}

function requireSame(sent: Counts, arrived: Counts): void {
  const wrong = [...sent].filter(([table, count]) => arrived.get(table) !== count)
  if (wrong.length === 0) return
  throw new CommandFault(
    'Not every row arrived:',
    wrong.map(([table, count]) => `${table}: ${arrived.get(table)} of ${count}`),
  )
}
