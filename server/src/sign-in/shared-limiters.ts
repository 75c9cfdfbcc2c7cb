import type { PostgreSqlConnection } from '@mikro-orm/postgresql'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { type Database, isOnPostgres, tryTable } from '../database/database.ts'
import type { Limiters } from './throttle.ts'

/** What counts tries of all processes on a database together; undefined for one that is in a file, where a process counts its own. */
export async function sharedLimiters(database: Database): Promise<Limiters | undefined> {
  if (!isOnPostgres(database)) return undefined
  const pool = await (database.em.getConnection() as PostgreSqlConnection).getNativeClient()
  return (options) =>
    new RateLimiterPostgres({
      ...options,
      storeClient: pool,
      storeType: 'pool',
      tableName: tryTable,
      tableCreated: true, // by a migration
    })
}
