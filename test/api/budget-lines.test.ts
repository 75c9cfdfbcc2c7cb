import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { ore, readRows } from './fold-shares.ts'
import { addBudgets, chanceFrom } from './many-budgets.ts'
import { countStatements } from './statement-count.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
  await addBudgets(api, chanceFrom(5))
})
afterAll(() => api[Symbol.asyncDispose]())

const list = async (args: string, fields: string): Promise<Loose> =>
  (await api.data(`{ budgetLines${args} { ${fields} } }`)).budgetLines

it('is ordered by each of its fields, ties as in the sheets', async () => {
  const { lines } = await readRows(api)
  const { compare } = new Intl.Collator('sv')
  const bySize = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
  const orders: [string, (a: (typeof lines)[0], b: (typeof lines)[0]) => number][] = [
    ['AMOUNT', (a, b) => bySize(a.amount, b.amount)],
    ['DIFFERENCE', (a, b) => bySize(a.difference, b.difference)],
    ['WORKLOAD', (a, b) => a.workload - b.workload],
    ['YEAR', (a, b) => a.budget.year - b.budget.year],
    ['SHEET', (a, b) => a.position - b.position],
    ['SECTION', (a, b) => compare(a.line.section, b.line.section)],
    ['JOINT_SERVICE', (a, b) => compare(a.budget.jointService.name, b.budget.jointService.name)],
  ]
  for (const [field, order] of orders) {
    const { nodes } = await list(`(orderBy: [{ field: ${field} }])`, 'nodes { id }')
    expect(
      nodes.map(({ id }: Loose) => id),
      field,
    ).toEqual(lines.toSorted(order).map(({ id }) => id))
  }
})

it('has the lines of which a municipality bears a share', async () => {
  const { shares } = await readRows(api)
  const bearing = new Set(shares.filter(({ code }) => code === '2303').map(({ line }) => line.id))
  const { nodes } = await list(
    '(filter: { municipalityCodes: ["2303"] })',
    'nodes { id shares { municipality { code } } }',
  )
  expect(new Set(nodes.map(({ id }: Loose) => id))).toEqual(bearing)
  expect(nodes).toHaveLength(bearing.size)
  expect((await list('', 'totalCount')).totalCount).toBeGreaterThan(bearing.size)
})

it('sums differences and workloads too', async () => {
  const { lines } = await readRows(api)
  const { aggregate } = await list('(first: 0)', 'nodes { id } aggregate { difference workload }')
  expect(ore(aggregate.difference)).toBe(lines.reduce((sum, row) => sum + row.difference, 0n))
  expect(Number(aggregate.workload)).toBe(lines.reduce((sum, row) => sum + row.workload, 0))
})

it('sums beyond what a number holds', async () => {
  const connection = api.app.orm.em.getConnection()
  await list('', 'totalCount')
  await connection.execute('update line_figures set amount = 4503599627370495') // the most of a budget
  const { count } = (await list('', 'aggregate { count }')).aggregate
  const { aggregate } = await list('', 'aggregate { amount { sum average } }')
  expect(ore(aggregate.amount.sum)).toBe(4503599627370495n * BigInt(count))
  expect(aggregate.amount.average).toBe('45035996273704.95')
  await connection.execute(`update line_figures set digest = ''`)
  await connection.execute('update budget_figures set method = 0')
})

it('answers the examples of the documentation', async () => {
  const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const [, chapter] = /## Lines and shares of all budgets\n([^]*?)\n## /.exec(text)!
  const examples = [...chapter!.matchAll(/```graphql\n([^]*?)```/g)].map(([, query]) => query!)
  expect(examples).toHaveLength(2)
  for (const example of examples) expect(await api.data(example)).toBeTruthy()
})

it('refuses pages and groups of impossible sizes', async () => {
  expect(await api.code('{ budgetLines(first: -1) { nodes { id } } }')).toBe('BAD_INPUT')
  expect(await api.code('{ budgetLines { groupBy(fields: [YEAR], first: -1) { year } } }')).toBe(
    'BAD_INPUT',
  )
})

it('needs as many statements for many lines as for one, and one to know that nothing has changed', async () => {
  const statementsOf = async (query: string): Promise<number> => {
    await api.data(query)
    return (await countStatements(api, () => api.data(`${query} # again`))).statements
  }
  const nodes = 'nodes { amount key { name } shares { amount municipality { name } } }'
  const one = await statementsOf(`{ budgetLines(first: 1) { ${nodes} } }`)
  expect(await statementsOf(`{ budgetLines(first: 500) { ${nodes} } }`)).toBe(one)
  const shares = (first: number): string =>
    `{ costShares(first: ${first}) { nodes { line { description } budget { title } explain { amount } municipality { name } } } }`
  expect(await statementsOf(shares(500))).toBe(await statementsOf(shares(1)))
  expect(await statementsOf('{ costShares { aggregate { count } } }')).toBe(2)
  const groups =
    '{ costShares { groupBy(fields: [MUNICIPALITY, BUDGET]) { municipality { name } budget { title } perInhabitant } } }'
  expect(await statementsOf(groups)).toBeLessThanOrEqual(4)
})
