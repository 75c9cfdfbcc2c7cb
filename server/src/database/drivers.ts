import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql'
import { SqliteConnection, SqliteDriver } from '@mikro-orm/sqlite'
import { libraryLog } from '../operation/log.ts'
import { type SqliteFile, Statements } from './statements.ts'

interface Rolling {
  rollbackTransaction(connection: never): Promise<void>
}

interface Dialect<T> {
  createDriver(): T
}

/** Has every driver of a dialect do something otherwise. */
function changed<T, D extends Dialect<T>>(dialect: D, change: (driver: T) => void): D {
  const make = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = make()
    change(driver)
    return driver
  }
  return dialect
}

/**
 * A transaction whose end fails, as on a full disk or a line that is cut, has been rolled back already, so doing it once more
 * fails too. Kysely would then keep the connection for ever, and with SQLite's one connection the whole server would stand still.
 */
function forgiving<T extends Rolling, D extends Dialect<T>>(dialect: D): D {
  return changed<T, D>(dialect, (driver) => {
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = (connection) =>
      rollback(connection).catch((error: Error) => libraryLog.warn(`rollback: ${error.message}`))
  })
}

interface Statement {
  readonly sql: string
}

interface Connection {
  executeQuery(statement: Statement): Promise<unknown>
}

interface Beginning {
  beginTransaction(connection: never, settings: { accessMode?: string }): Promise<void>
}

/**
 * A transaction takes SQLite's write lock as it begins, unless it is for reading alone: one that reads before it writes could
 * not wait for another process that writes, and would fail.
 */
function writing<T extends Beginning, D extends Dialect<T>>(dialect: D): D {
  return changed<T, D>(dialect, (driver) => {
    const begin = driver.beginTransaction.bind(driver)
    driver.beginTransaction = (connection: Connection, settings) => {
      const executeQuery = (statement: Statement) =>
        connection.executeQuery({ ...statement, sql: 'begin immediate' })
      const isReading = settings.accessMode === 'read only'
      return begin((isReading ? connection : { executeQuery }) as never, settings)
    }
  })
}

interface Query extends Statement {
  readonly parameters: readonly unknown[]
}

interface Acquiring {
  acquireConnection(): Promise<object>
}

/** A statement is prepared once, and not each time it is run. */
function remembering<T extends Acquiring, D extends Dialect<T>>(dialect: D, file: SqliteFile): D {
  const statements = new Statements(file)
  const executeQuery = async ({ sql, parameters }: Query) => {
    const statement = statements.prepared(sql)
    if (statement.reader) return { rows: statement.all(parameters) }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] }
  }
  return changed<T, D>(dialect, (driver) => {
    const acquire = driver.acquireConnection.bind(driver)
    driver.acquireConnection = async () => Object.assign(await acquire(), { executeQuery })
  })
}

class OwnSqliteConnection extends SqliteConnection {
  override createKyselyDialect(options: Parameters<SqliteConnection['createKyselyDialect']>[0]) {
    const dialect = super.createKyselyDialect(options)
    return writing(forgiving(remembering(dialect, this['database'])))
  }
}

class OwnPostgresConnection extends PostgreSqlConnection {
  override createKyselyDialect(
    options: Parameters<PostgreSqlConnection['createKyselyDialect']>[0],
  ) {
    return forgiving(super.createKyselyDialect(options))
  }
}

/** SQLite's driver that outlives a transaction which cannot be ended. */
export class OwnSqliteDriver extends SqliteDriver {
  protected override readonly connection = new OwnSqliteConnection(this.config)
}

/** The same of PostgreSQL. */
export class OwnPostgresDriver extends PostgreSqlDriver {
  protected override readonly connection = new OwnPostgresConnection(this.config)
}
