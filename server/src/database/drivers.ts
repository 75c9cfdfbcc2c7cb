import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql'
import { SqliteConnection, SqliteDriver } from '@mikro-orm/sqlite'
import { libraryLog } from '../operation/log.ts'

interface Rolling {
  rollbackTransaction(connection: never): Promise<void>
}

interface Dialect<T extends Rolling> {
  createDriver(): T
}

/**
 * A transaction whose end fails, as on a full disk or a line that is cut, has been rolled back already, so doing it once more
 * fails too. Kysely would then keep the connection for ever, and with SQLite's one connection the whole server would stand still.
 */
function forgiving<T extends Rolling, D extends Dialect<T>>(dialect: D): D {
  const make = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = make()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = (connection) =>
      rollback(connection).catch((error: Error) => libraryLog.warn(`rollback: ${error.message}`))
    return driver
  }
  return dialect
}

class OwnSqliteConnection extends SqliteConnection {
  override createKyselyDialect(options: Parameters<SqliteConnection['createKyselyDialect']>[0]) {
    return forgiving(super.createKyselyDialect(options))
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
