import { Client } from 'pg'
import { ConfigError } from '../config.ts'
import { type DatabasePlace, nameOf } from './place.ts'

/** Of the lock that whoever starts holds: a number that nobody else locks with. */
const key = 7_260_213_805

/**
 * Carries out what is done once to a database, such as migrating it, while no other process does. A file of SQLite's has locks
 * of its own.
 *
 * @throws {ConfigError} when PostgreSQL cannot be reached or lets nobody in
 */
export async function startAlone<T>(place: DatabasePlace, work: () => Promise<T>): Promise<T> {
  if (place.dialect === 'sqlite') return work()
  const client = new Client({ connectionString: place.url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the lock is gone with the connection; what is done is done in transactions
  try {
    await client.connect()
  } catch (cause) {
    throw new ConfigError(`${nameOf(place)} does not let Andel in: ${reasonOf(cause)}.`, { cause })
  }
  try {
    await client.query('select pg_advisory_lock($1)', [key])
    return await work()
  } finally {
    await client.end().catch(() => undefined) // with it goes the lock
  }
}

/** Of a fault of the driver, whose own message never has the password. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException
  return message || code || 'no answer'
}
