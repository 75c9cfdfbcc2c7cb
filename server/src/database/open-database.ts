import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Migrator } from '@mikro-orm/migrations'
import { MikroORM, type SqlOptions as Options } from '@mikro-orm/sql'
import { type History, migrations, postgresMigrations } from '../migrations/index.ts'
import { type Database, tryTable } from './database.ts'
import { OwnPostgresDriver, OwnSqliteDriver } from './drivers.ts'
import { entities } from './entities.ts'
import type { Config } from '../config.ts'
import { migrate } from './migrate.ts'
import { type DatabasePlace, databasePlace } from './place.ts'
import { asOnSqlite } from './postgres-columns.ts'

/** Connections of one process to PostgreSQL, at most. */
const connections = 10

/** Milliseconds to wait for one. */
const patience = 10_000

/** Opens the database, creating (a file of SQLite's) and migrating it where needed. */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<Database> {
  const database = await openPlace(databasePlace(config))
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/** Opens the database as it is, creating a file of SQLite's where needed. */
export async function openPlace(place: DatabasePlace): Promise<Database> {
  if (place.dialect === 'sqlite' && place.file !== ':memory:')
    await mkdir(dirname(place.file), { recursive: true })
  return await connectDatabase(place)
}

/** Opens the database as it is. @param history - migrations there are, oldest first; those of the dialect when left out */
export async function connectDatabase(place: DatabasePlace, history?: History): Promise<Database> {
  if (place.dialect === 'postgresql')
    return (await MikroORM.init(
      postgresOptions(place.url, history ?? postgresMigrations),
    )) as Database
  const database = await MikroORM.init(sqliteOptions(place.file, history ?? migrations))
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'busy_timeout = 5000']) {
    await database.em.getConnection().execute(`pragma ${pragma}`)
  }
  return database as Database
}

const shared = (history: History) => ({
  contextName: randomUUID(), // a transaction of one database would be taken for one of another
  entities,
  extensions: [Migrator],
  migrations: { migrationsList: history, snapshot: false, silent: true },
})

function sqliteOptions(file: string, history: History): Options {
  return { ...shared(history), driver: OwnSqliteDriver, dbName: file }
}

function postgresOptions(url: string, history: History): Options {
  return {
    ...shared(history),
    driver: OwnPostgresDriver,
    clientUrl: url,
    pool: { min: 0, max: connections },
    // the address once more: what it says of TLS is for the driver alone
    driverOptions: {
      connectionString: url,
      connectionTimeoutMillis: patience,
      keepAlive: true,
      application_name: 'andel',
    },
    discovery: { onMetadata: asOnSqlite },
    schemaGenerator: { skipTables: [tryTable] },
  }
}
