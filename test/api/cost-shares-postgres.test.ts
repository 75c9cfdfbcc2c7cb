import { apiOver } from '@andel/server/api-over'
import { copyRows } from '@andel/server/copy-rows'
import { noVersion } from '@andel/server/data-version'
import { openDatabase } from '@andel/server/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { compareAll } from './compare-shares.ts'
import { testDatabase } from './databases.ts'
import { listQueries } from './list-queries.ts'
import { addBudgets, chanceFrom } from './many-budgets.ts'

// The statements behind lists, sums and groups, and those that keep the copy, on both databases.

type Orm = Awaited<ReturnType<typeof openDatabase>>

let api: Api
let postgres: Orm
let remove: () => Promise<void>
beforeAll(async () => {
  api = await Api.start({ on: 'sqlite' })
  await addBudgets(api, chanceFrom(11), 7)
  const database = await testDatabase()
  remove = () => database.remove()
  postgres = await openDatabase({ dataDir: '', databaseUrl: database.url })
  await copyRows(api.app.orm, postgres)
  for (const copy of ['budget_figures', 'line_figures', 'cost_share'])
    await postgres.em.execute(`delete from ${copy}`)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await postgres.close()
  await remove()
})

/** Asks as a program does, of a database of one's choice. */
async function reader(orm: Orm): Promise<Pick<Api, 'data'>> {
  const { execution, context } = await apiOver(orm, noVersion, {} as never)
  return {
    async data<T = Loose>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
      const demand = { variables, context: context() }
      const { data, errors } = await execution.run(execution.prepare(query), demand)
      if (errors) throw errors[0]!.originalError ?? errors[0]!
      return JSON.parse(JSON.stringify(data)) as T
    },
  }
}

it('orders alike on both', async () => {
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
  const there = await reader(postgres)
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

it('filters, orders and counts the other lists alike on both', async () => {
  const there = await reader(postgres)
  const { viewer } = await api.data('{ viewer { id } }')
  for (const query of listQueries.map((one) => one.replace('PERSON', viewer.id))) {
    const here = await api.data(query)
    expect(await there.data(query), query).toEqual(here)
  }
})

it('gives the same on PostgreSQL as on SQLite and by hand', async () => {
  const there = await reader(postgres)
  await compareAll(there)
  await compareAll(await reader(api.app.orm))

  // what an edit leaves behind: lines that are gone, and a budget that has changed
  const [line] = (
    await there.data('{ budgetLines(first: 1, orderBy: [{ field: AMOUNT }]) { nodes { id } } }')
  ).budgetLines.nodes
  const own = Buffer.from(line.id, 'base64url').toString().split(':')[1]!
  const em = postgres.em.fork()
  const [gone] = await em.execute<[{ id: string }]>(
    `delete from budget_line where id = '${own}' returning budget_id as id`,
  )
  await em.execute(
    `update budget_figures set sequence = sequence - 1 where budget_id = '${gone.id}'`,
  )
  await compareAll(there)
})
