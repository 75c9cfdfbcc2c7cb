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
  const newestOf = database.prepare<[entity: string, after: number], Newest>(
    `select max(\`sequence\`) as \`upTo\`, max(case when \`entity\` = ? then \`sequence\` end) as \`newest\`
      from \`change\` where \`sequence\` > ?`,
  )
  /** By entity: how far changes have been looked through, and the newest found. */
  const seen = new Map<string, { upTo: number; newest: number }>()
  return {
    now: () => (database.inTransaction ? undefined : String(newest.get() ?? 0)),
    of(entity) {
      if (database.inTransaction) return undefined
      const before = seen.get(entity) ?? { upTo: 0, newest: 0 }
      const since = newestOf.get(entity, before.upTo)!
      if (since.upTo === null) return String(before.newest)
      const now = { upTo: since.upTo, newest: since.newest ?? before.newest }
      seen.set(entity, now)
      return String(now.newest)
    },
  }
}

/** Of the changes after some: the last, and the last of the kind. Null when there is none. */
interface Newest {
  readonly upTo: number | null
  readonly newest: number | null
}
