import type { MikroORM, SqliteConnection } from '@mikro-orm/sqlite'

/** Tells whether anything has been edited. */
export interface DataVersion {
  /**
   * The sequence of the newest change in the database, whoever made it; the same text as before means that every fact is the
   * same as before. Undefined while edits are being written: what is read now has no version to be kept under.
   */
  now(): string | undefined
  /** The same, of changes of one kind of entity alone, e.g. "PopulationFigure". */
  of(entity: string): string | undefined
}

/** Asks the database each time, which takes microseconds: so edits of other processes are seen too. */
export async function dataVersionOf(orm: MikroORM): Promise<DataVersion> {
  const database = await (orm.em.getConnection() as SqliteConnection).getNativeClient()
  const newest = database.prepare('select max(`sequence`) from `change`').pluck()
  const newestOf = database
    .prepare('select max(`sequence`) from `change` where `sequence` > ? and `entity` = ?')
    .pluck()
  /** By entity: how far changes have been looked through, and the newest found. */
  const seen = new Map<string, { upTo: number; newest: number }>()
  const sequence = (): number => Number(newest.get() ?? 0)
  return {
    now: () => (database.inTransaction ? undefined : String(sequence())),
    of(entity) {
      if (database.inTransaction) return undefined
      const upTo = sequence()
      const before = seen.get(entity) ?? { upTo: 0, newest: 0 }
      if (upTo === before.upTo) return String(before.newest)
      const found = newestOf.get(before.upTo, entity) as number | null
      const now = { upTo, newest: found ?? before.newest }
      seen.set(entity, now)
      return String(now.newest)
    },
  }
}
