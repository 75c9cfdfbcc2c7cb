import type { SqliteConnection } from '@mikro-orm/sqlite'
import type { Bell } from '../bell/bell.ts'
import type { Database } from '../database/database.ts'
import type { DataVersion } from './data-version.ts'

/** Asking takes microseconds, and no promise. What leaves no change is known by the bell, to the process that stored it. */
export async function sqliteVersion(database: Database, bell: Bell): Promise<DataVersion> {
  const file = await (database.em.getConnection() as SqliteConnection).getNativeClient()
  const newest = file.prepare('select max(`sequence`) from `change`').pluck()
  const newestOf = file.prepare<[entity: string, after: number], Newest>(
    `select max(\`sequence\`) as \`upTo\`, max(case when \`entity\` = ? then \`sequence\` end) as \`newest\`
      from \`change\` where \`sequence\` > ?`,
  )
  /** By entity: how far changes have been looked through, and the newest found. */
  const seen = new Map<string, { upTo: number; newest: number }>()
  let rung = 0
  bell.hear(({ kind }) => kind === 'stored' && rung++)

  const sequence = (): string => String(newest.get() ?? 0)
  const now = (): string | undefined => (file.inTransaction ? undefined : sequence())
  return {
    now,
    of(entity) {
      if (file.inTransaction) return undefined
      const before = seen.get(entity) ?? { upTo: 0, newest: 0 }
      const since = newestOf.get(entity, before.upTo)!
      if (since.upTo === null) return String(before.newest)
      const found = { upTo: since.upTo, newest: since.newest ?? before.newest }
      seen.set(entity, found)
      return String(found.newest)
    },
    ofAll() {
      const version = now()
      return version === undefined ? undefined : `${version}.${rung}`
    },
    stored: () => undefined,
    async read(em, work) {
      const before = now()
      const own = em.fork()
      const value = await work(own)
      own.clear()
      if (before !== undefined && now() === before) return { value, version: before }
      // something was written meanwhile: once more, with nobody writing in between
      return await em.fork().transactional(async (tx) => {
        const again = await work(tx)
        tx.clear()
        return { value: again, version: sequence() }
      })
    },
  }
}

/** Of the changes after some: the last, and the last of the kind. Null when there is none. */
interface Newest {
  readonly upTo: number | null
  readonly newest: number | null
}
