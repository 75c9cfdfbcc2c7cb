import type { SqliteConnection } from '@mikro-orm/sqlite'
import { LRUCache } from 'lru-cache'

/** SQLite as its driver has it. */
export type SqliteFile = Awaited<ReturnType<SqliteConnection['getNativeClient']>>

type Statement = ReturnType<SqliteFile['prepare']>

/** What is asked again and again is short, and there are not many of them; each takes memory. */
const most = 100
const longest = 4000

/** Statements as they were prepared, by their text: to prepare one takes as long as to run most of them. */
export class Statements {
  private readonly known = new LRUCache<string, Statement>({ max: most })

  constructor(private readonly file: SqliteFile) {}

  /** Never to be iterated over, nor told to answer otherwise: it is everybody's. */
  prepared(sql: string): Statement {
    const found = this.known.get(sql)
    if (found) return found
    const statement = this.file.prepare(sql)
    const isPlain = /^(select|insert|update|delete|begin|commit)\b/i.test(sql)
    if (isPlain && sql.length <= longest) this.known.set(sql, statement)
    else if (/^(create|alter|drop|pragma|attach|detach)\b/i.test(sql)) this.known.clear() // they may mean something else now
    return statement
  }
}
