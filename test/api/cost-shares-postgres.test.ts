import { apiOver } from '@andel/server/api-over'
import type { EntityManager, MikroORM } from '@mikro-orm/sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { compareAll } from './compare-shares.ts'
import { listQueries } from './list-queries.ts'
import { addBudgets, chanceFrom } from './many-budgets.ts'
import { type Postgres, startPostgres } from './postgres.ts'

// The statements behind lists, sums and groups, and those that keep the copy, on both databases.

let api: Api
let postgres: Postgres | undefined
let why: unknown
beforeAll(async () => {
  api = await Api.start()
  await addBudgets(api, chanceFrom(11), 7)
  postgres = await startPostgres().catch((error: unknown) => {
    why = error
    return undefined
  })
  if (postgres) await copyRows(api.app.orm, postgres.orm as unknown as MikroORM)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await postgres?.[Symbol.asyncDispose]()
})

/** Every row of one database to the other, whose tables are empty. */
async function copyRows(from: MikroORM, to: MikroORM): Promise<void> {
  const tables = new Map<string, Record<string, unknown>[]>()
  const copies = ['budget_figures', 'line_figures', 'cost_share']
  for (const { tableName } of from.getMetadata().getAll().values()) {
    if (copies.includes(tableName)) continue
    tables.set(tableName, await from.em.execute(`select * from "${tableName}"`))
  }
  await to.em.fork().transactional(async (tx) => {
    await tx.execute('set local session_replication_role = replica') // keys refer round in a ring
    for (const [table, rows] of tables) await fill(tx, table, rows)
  })
}

async function fill(
  em: EntityManager,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const types = await columnTypes(em, table)
  const columns = Object.keys(rows[0] ?? {})
  for (let start = 0; start < rows.length; start += 1000) {
    const values = rows.slice(start, start + 1000).map((row) => {
      const own = columns.map((column) => asPostgres(em, row[column], types.get(column)!))
      return `(${own.join()})`
    })
    const names = columns.map((column) => `"${column}"`).join()
    await em.execute(`insert into "${table}" (${names}) values ${values.join()}`)
  }
}

async function columnTypes(em: EntityManager, table: string): Promise<Map<string, string>> {
  const rows: { column_name: string; data_type: string }[] = await em.execute(
    `select column_name, data_type from information_schema.columns where table_name = '${table}'`,
  )
  return new Map(rows.map((row) => [row.column_name, row.data_type]))
}

function asPostgres(em: EntityManager, value: unknown, type: string): string {
  if (value === null) return 'null'
  if (type === 'boolean') return value ? 'true' : 'false'
  if (type.startsWith('timestamp')) return `to_timestamp(${Number(value)} / 1000.0)`
  return em.getPlatform().quoteValue(typeof value === 'number' ? value : String(value)) as string
}

/** Asks as a program does, of a database of one's choice. */
async function reader(orm: MikroORM): Promise<Pick<Api, 'data'>> {
  const nothing = (): undefined => undefined
  const { execution, context } = await apiOver(orm, { now: nothing, of: nothing }, {} as never)
  return {
    async data<T = Loose>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
      const demand = { variables, context: context() }
      const { data, errors } = await execution.run(execution.prepare(query), demand)
      if (errors) throw errors[0]!.originalError ?? errors[0]!
      return JSON.parse(JSON.stringify(data)) as T
    },
  }
}

it('orders alike on both', async ({ skip }) => {
  if (!postgres) return skip(`PostgreSQL cannot run here: ${String(why)}`)
  const fields = [
    'SECTION',
    'DESCRIPTION',
    'MUNICIPALITY_NAME',
    'JOINT_SERVICE',
    'LINE_AMOUNT',
    'SHEET',
    'YEAR',
    'AMOUNT',
  ]
  const queries = fields.map((field, index) => {
    const direction = index % 2 ? 'DESC' : 'ASC'
    return `{ costShares(orderBy: [{ field: ${field}, direction: ${direction} }], first: 300) { nodes { id }
      sumOk residual { amount bornBy { amount municipality { code } } } aggregate { residual }
      groupBy(fields: [SECTION, MUNICIPALITY], orderBy: [{ field: SECTION }, { field: SUM, direction: DESC }], having: { average: { atLeast: "100.00" } }) {
        section aggregate { amount { average } } } } }`
  })
  queries.push(
    '{ budgetLines(orderBy: [{ field: WORKLOAD }, { field: DIFFERENCE }, { field: DESCRIPTION }], filter: { municipalityCodes: ["2313"], hasFault: false }) { nodes { id } aggregate { workload difference } } }',
  )
  const there = await reader(postgres.orm as unknown as MikroORM)
  for (const order of [
    '',
    ...fields.map((field) => `orderBy: [{ field: ${field}, direction: DESC }, { field: YEAR }],`),
  ]) {
    const list = (page: string): string =>
      `{ costShares(${order} ${page}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
    const { endCursor } = (await api.data(list('first: 40'))).costShares.pageInfo
    queries.push(list(`first: 60, after: "${endCursor}"`), list(`last: 9, before: "${endCursor}"`))
  }
  const [line] = (await there.data('{ budgetLines(first: 1) { nodes { id } } }')).budgetLines.nodes
  expect(line).toBeDefined()
  for (const query of queries) expect(await there.data(query)).toEqual(await api.data(query))
})

it('filters, orders and counts the other lists alike on both', async ({ skip }) => {
  if (!postgres) return skip(`PostgreSQL cannot run here: ${String(why)}`)
  const there = await reader(postgres.orm as unknown as MikroORM)
  const { viewer } = await api.data('{ viewer { id } }')
  for (const query of listQueries.map((one) => one.replace('PERSON', viewer.id))) {
    const here = await api.data(query)
    expect(await there.data(query), query).toEqual(here)
  }
})

it('gives the same on PostgreSQL as on SQLite and by hand', async ({ skip }) => {
  if (!postgres) skip(`PostgreSQL cannot run here: ${String(why)}`)
  else {
    const there = await reader(postgres.orm as unknown as MikroORM)
    await compareAll(there)
    await compareAll(await reader(api.app.orm))

    // what an edit leaves behind: lines that are gone, and a budget that has changed
    const [line] = (
      await there.data('{ budgetLines(first: 1, orderBy: [{ field: AMOUNT }]) { nodes { id } } }')
    ).budgetLines.nodes
    const own = Buffer.from(line.id, 'base64url').toString().split(':')[1]!
    const em = postgres.orm.em.fork()
    const [gone] = await em.execute<[{ id: string }]>(
      `delete from budget_line where id = '${own}' returning budget_id as id`,
    )
    await em.execute(
      `update budget_figures set sequence = sequence - 1 where budget_id = '${gone.id}'`,
    )
    await compareAll(there)
  }
})
