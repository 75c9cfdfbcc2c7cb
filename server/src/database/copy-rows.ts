import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type Database, isOnPostgres, snapshotOf } from './database.ts'
import { type Column, type Table, tablesOf } from './tables.ts'

/** Values of one statement; SQLite takes 32 766. */
const valuesAtOnce = 20_000
const rowsAtOnce = 1000

/** Moments in milliseconds, booleans as 0 and 1, JSON as text: as SQLite keeps them. */
type Row = Readonly<Record<string, string | number | null>>

/** How many rows a table has, by its name. */
export type Counts = ReadonlyMap<string, number>

/**
 * Copies every row of one database to another of the same schema, in one transaction, as they stand at one moment. Rows that
 * migrations made there give way.
 *
 * @param check - looks at what has arrived; when it throws, nothing has
 * @returns how many rows each table had
 */
export async function copyRows(
  from: Database,
  to: Database,
  check: (tx: EntityManager) => Promise<void> = async () => undefined,
): Promise<Counts> {
  const tables = tablesOf(from)
  return await from.em.fork().transactional(
    (source) =>
      to.em.fork().transactional(async (target) => {
        for (const { name } of tables.toReversed()) await target.execute(`delete from "${name}"`)
        const copy = new Copy(source, isOnPostgres(from), target, isOnPostgres(to))
        for (const table of tables) await copy.fill(table)
        await copy.finish()
        await check(target)
        return copy.counts
      }),
    snapshotOf(from),
  )
}

/** How many rows each table has. */
export async function countRows(database: Database): Promise<Counts> {
  const em = database.em.fork()
  const counts = new Map<string, number>()
  for (const { name } of tablesOf(database)) {
    const [row] = await em.execute<{ n: number | string }[]>(`select count(*) as n from "${name}"`)
    counts.set(name, Number(row!.n))
  }
  return counts
}

/** A copy while it is made. */
class Copy {
  readonly counts = new Map<string, number>()
  /** References to tables that came later: written when all rows are there. */
  private readonly later: { table: Table; column: Column; row: Row }[] = []

  constructor(
    private readonly source: EntityManager,
    private readonly fromPostgres: boolean,
    private readonly target: EntityManager,
    private readonly toPostgres: boolean,
  ) {}

  async fill(table: Table): Promise<void> {
    const { name, columns, key } = table
    const early = columns.filter(({ refersTo }) => refersTo === undefined || this.has(refersTo))
    const most = Math.min(rowsAtOnce, Math.floor(valuesAtOnce / early.length))
    const chosen = columns.map((column) => this.read(column)).join(', ')
    const order = key.map((column) => `"${column}"`).join(', ')
    const after = `where (${order}) > (${key.map(() => '?').join(', ')})`
    let count = 0
    let last: Row | undefined
    for (;;) {
      const rows: Row[] = await this.source.execute<Row[]>(
        `select ${chosen} from "${name}" ${last ? after : ''} order by ${order} limit ${most}`,
        key.flatMap((column) => (last ? [last[column]] : [])),
      )
      last = rows.at(-1)
      if (rows.length > 0) await this.insert(table, early, rows)
      for (const column of columns.filter((one) => !early.includes(one)))
        for (const row of rows)
          if (row[column.name] !== null) this.later.push({ table, column, row })
      count += rows.length
      if (rows.length < most) break
    }
    this.counts.set(name, count)
    const counted = columns.find(({ counts }) => counts)
    if (counted && this.toPostgres && count > 0)
      await this.target.execute(
        `select setval(pg_get_serial_sequence('${name}', '${counted.name}'), max("${counted.name}")) from "${name}"`,
      )
  }

  async finish(): Promise<void> {
    for (const { table, column, row } of this.later) {
      const where = table.key.map((name) => `"${name}" = ?`).join(' and ')
      const key = table.key.map((name) => row[name])
      await this.target.execute(`update "${table.name}" set "${column.name}" = ? where ${where}`, [
        row[column.name],
        ...key,
      ])
    }
  }

  private has(table: string): boolean {
    return this.counts.has(table)
  }

  private async insert({ name }: Table, columns: readonly Column[], rows: readonly Row[]) {
    const marks = `(${columns.map((column) => this.mark(column)).join(', ')})`
    const names = columns.map((column) => `"${column.name}"`).join(', ')
    await this.target.execute(
      `insert into "${name}" (${names}) values ${rows.map(() => marks).join(', ')}`,
      rows.flatMap((row) => columns.map((column) => row[column.name])),
    )
  }

  /** A column as SQLite keeps it. */
  private read({ name, kind }: Column): string {
    if (!this.fromPostgres || kind === 'plain') return `"${name}"`
    if (kind === 'moment') return `(extract(epoch from "${name}") * 1000)::float8 as "${name}"`
    return kind === 'boolean' ? `"${name}"::int as "${name}"` : `"${name}"::text as "${name}"`
  }

  /** Where a value goes. */
  private mark({ kind }: Column): string {
    if (!this.toPostgres || kind === 'plain') return '?'
    if (kind === 'moment') return 'to_timestamp(?::float8 / 1000)'
    return kind === 'boolean' ? '?::int::boolean' : '?::json'
  }
}
