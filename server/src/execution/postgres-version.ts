import { IsolationLevel } from '@mikro-orm/core'
import type { PostgreSqlConnection } from '@mikro-orm/postgresql'
import type { Database } from '../database/database.ts'
import type { DataVersion } from './data-version.ts'

/** Milliseconds for which an answer is kept at most: whoever stores something may die before it can be told. */
const keptFor = 10_000

const head = 'select "sequence" from "history_head"'

/** Asking takes a question to the server; the end of the log tells, since whoever writes to it holds it until it is written. */
export async function postgresVersion(database: Database): Promise<DataVersion> {
  const pool = await (database.em.getConnection() as PostgreSqlConnection).getNativeClient()
  /** Asks a statement that the server has prepared. */
  const ask = async (name: string, text: string, ...values: unknown[]): Promise<unknown[]> =>
    (await pool.query<unknown[]>({ name: `andel ${name}`, text, values, rowMode: 'array' }))
      .rows[0]!
  /** By entity: how far changes have been looked through, and the newest found. */
  const seen = new Map<string, { upTo: number; newest: number }>()

  return {
    now: async () => String((await ask('now', head))[0]),
    async of(entity) {
      const upTo = Number((await ask('now', head))[0])
      const before = seen.get(entity) ?? { upTo: 0, newest: 0 }
      if (upTo <= before.upTo) return String(before.newest)
      const [newest] = await ask(
        'of',
        'select max("sequence") from "change" where "entity" = $1 and "sequence" > $2 and "sequence" <= $3',
        entity,
        before.upTo,
        upTo,
      )
      const found = { upTo, newest: Number(newest ?? before.newest) }
      if (upTo > (seen.get(entity)?.upTo ?? 0)) seen.set(entity, found)
      return String(found.newest)
    },
    async ofAll() {
      const [sequence, stored, isCalled] = await ask(
        'of all',
        'select h."sequence", s."last_value", s."is_called" from "history_head" h, "stored" s',
      )
      return [sequence, stored, isCalled, Math.floor(Date.now() / keptFor)].join('.')
    },
    async stored() {
      await ask('stored', `select nextval('stored')`)
    },
    read: (em, work) =>
      em.fork().transactional(
        async (tx) => {
          const [{ sequence }] = await tx.execute<[{ sequence: number }]>(head)
          const value = await work(tx)
          tx.clear()
          return { value, version: String(sequence) }
        },
        { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
      ),
  }
}
