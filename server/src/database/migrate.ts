import { ConfigError } from '../config.ts'
import type { History } from '../migrations/index.ts'
import { type Database, isOnPostgres } from './database.ts'

/**
 * Brings the schema up to date: all of it or nothing, wherever it is interrupted.
 *
 * @returns how many migrations were carried out
 * @throws {ConfigError} when the database has been used by a newer Andel
 */
export async function migrate(database: Database): Promise<number> {
  await refuseNewer(database)
  const pending = await database.migrator.getPending()
  if (pending.length === 0) return 0
  if (isOnPostgres(database)) await carryOut(database)
  else await carryOutOnSqlite(database)
  return pending.length
}

async function carryOut({ em, migrator }: Database): Promise<void> {
  await em.fork().transactional(async (tx) => {
    await migrator.up({ transaction: tx.getTransactionContext() })
  })
}

/**
 * A table that is made anew is dropped first, which with the keys on would drop what refers to it. In a transaction the setting
 * has no effect, so it is made before, and the references are looked through at the end.
 */
async function carryOutOnSqlite({ em, migrator }: Database): Promise<void> {
  const connection = em.getConnection()
  await connection.execute('pragma foreign_keys = off')
  try {
    await em.fork().transactional(async (tx) => {
      await migrator.up({ transaction: tx.getTransactionContext() })
      const dangling = await tx.execute('pragma foreign_key_check')
      if (dangling.length > 0) throw new Error('A migration left references to nothing behind.')
    })
  } finally {
    await connection.execute('pragma foreign_keys = on')
  }
}

async function refuseNewer({ em, config, migrator }: Database): Promise<void> {
  const history = config.get('migrations').migrationsList as History
  const known = new Set(history.map((Made) => new Made(em.getDriver(), config).name))
  const unknown = (await migrator.getExecuted()).find(({ name }) => !known.has(name))
  if (unknown) {
    throw new ConfigError(
      `the database has been used by a newer Andel, which made the change ${unknown.name} to it. Use that version, or restore a backup.`,
    )
  }
}
