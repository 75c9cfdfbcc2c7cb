import type { MikroORM, SqliteConnection } from '@mikro-orm/sqlite'

/** Tells whether anything has been edited. */
export interface DataVersion {
  /**
   * The sequence of the newest change in the database, whoever made it; the same text as before means that every fact is the
   * same as before. Undefined while edits are being written: what is read now has no version to be kept under.
   */
  now(): string | undefined
}

/** Asks the database each time, which takes microseconds: so edits of other processes are seen too. */
export async function dataVersionOf(orm: MikroORM): Promise<DataVersion> {
  const database = await (orm.em.getConnection() as SqliteConnection).getNativeClient()
  const newest = database.prepare('select max(`sequence`) from `change`').pluck()
  return { now: () => (database.inTransaction ? undefined : String(newest.get() ?? 0)) }
}
