import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The database is used in a way that shuts out what is wanted; the message is for whoever started the program. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
}

/**
 * Says that a database is in use, in a file beside it, which the operating system frees however the process ends. Many
 * servers may share a database; whoever replaces it must have it alone.
 *
 * The file is a database of its own, with nothing in it: SQLite's locks are sound on every system it runs on. It is left where
 * it is, for a lock that is removed while another waits for it is none.
 *
 * @param file - of the database; its folder is made where needed
 * @throws {DatabaseInUse}
 */
export function lockDatabase(file: string, use: 'shared' | 'alone'): Disposable {
  if (file === ':memory:') return { [Symbol.dispose]: () => undefined }
  mkdirSync(dirname(file), { recursive: true })
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 1000 })
  try {
    if (use === 'alone') lock.exec('begin exclusive')
    else lock.exec('begin; select count(*) from sqlite_schema')
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw cause
    throw new DatabaseInUse(
      use === 'alone'
        ? `${file} is in use. Stop every Andel that uses it, then try again.`
        : `${file} is being restored. Start again when that is done.`,
      { cause },
    )
  }
  return { [Symbol.dispose]: () => lock.close() }
}

const sqliteBusy = 5

/** Whether SQLite says that somebody else has what is wanted. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && (error as Error & { errcode?: number }).errcode === sqliteBusy
