import { IsolationLevel, type TransactionOptions } from '@mikro-orm/core'
import { PostgreSqlDriver } from '@mikro-orm/postgresql'
import type { MikroORM } from '@mikro-orm/sql'

/** A database that is open. */
export type Database = MikroORM

/** Whether a database is one of PostgreSQL's. */
export const isOnPostgres = ({ driver }: Database): boolean => driver instanceof PostgreSqlDriver

/** A transaction that reads one state of everything, whoever writes meanwhile. */
export function snapshotOf(database: Database): TransactionOptions {
  const { REPEATABLE_READ } = IsolationLevel
  return { readOnly: true, ...(isOnPostgres(database) && { isolationLevel: REPEATABLE_READ }) }
}

/** The one table of PostgreSQL that is no entity's: of the library that counts tries to sign in. */
export const tryTable = 'sign_in_try'
