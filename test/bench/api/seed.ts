import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Api, type Loose } from '../../api/api.ts'

const budgets = 100
const linesEach = 100
const firstYear = 2030

/** Figures of 31 December: the 22 years that come with Andel. */
const populations = `select municipality_code as municipality, "on", inhabitants from population_figure
  where current = 1 and "on" like '%-12-31'`

/**
 * Makes Andel's database, through its API: 290 municipalities, 22 years of population, and 100 budgets of 100 lines with
 * seven shares each; then the same rows for the peers, as a SQLite file and as SQL.
 */
export async function seed(dataDir: string, peersFile: string, sqlFile: string): Promise<void> {
  await using api = await Api.start({ dataDir })
  await seedBudgets(api)
  const rows = await peerRows(api)
  const database = new DatabaseSync(peersFile)
  for (const statement of [...tables, ...inserts(rows), ...indexes]) database.exec(statement)
  database.exec('pragma journal_mode = wal')
  database.close()
  writeFileSync(sqlFile, `${[...tables, ...inserts(rows), ...indexes].join(';\n')};\nanalyze;\n`)
}

async function seedBudgets(api: Api): Promise<void> {
  for (let index = 0; index < budgets; index++) {
    const input = {
      jointServiceSlug: 'familjehemscentrum',
      year: firstYear + index,
      title: `Budget ${firstYear + index}`,
    }
    const { createBudget } = await api.data(
      `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }`,
      { input },
    )
    const edits = Array.from({ length: linesEach }, (_, line) => ({
      addLine: {
        fields: { description: `Kostnad ${line}`, amount: `${amountOf(index, line)}.00` },
      },
    }))
    const { editBudget } = await api.data(
      `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }`,
      { input: { budgetId: createBudget.budget.id, clientMutationKey: randomUUID(), edits } },
    )
    if (!editBudget.applied) throw new Error('The lines were refused.')
  }
}

function amountOf(budget: number, line: number): number {
  return 1000 + (((budget * linesEach + line) * 7919) % 90_000)
}

type Rows = Record<string, readonly (readonly (string | number)[])[]>

async function peerRows(api: Api): Promise<Rows> {
  const select = async (sql: string): Promise<Loose[]> =>
    api.app.orm.em.getConnection().execute(sql)
  const { budgets: found } = await api.data(
    `{ budgets(first: 1000) { nodes { year title lines { description amount shares { amount municipality { code } } } } } }`,
  )
  const rows = { budget: [], budget_line: [], line_share: [] } as Record<
    string,
    (string | number)[][]
  >
  const ofBench = found.nodes.filter(({ year }: Loose) => year >= firstYear)
  for (const [index, budget] of ofBench.entries()) {
    rows['budget']!.push([index + 1, budget.title])
    for (const line of budget.lines) {
      const id = rows['budget_line']!.length + 1
      rows['budget_line']!.push([id, index + 1, line.description, ore(line.amount)])
      for (const share of line.shares)
        rows['line_share']!.push([id, share.municipality.code, ore(share.amount)])
    }
  }
  return {
    county: (await select('select code, name from county')).map((row) => [row.code, row.name]),
    municipality: (await select('select code, name, county_code from municipality')).map((row) => [
      row.code,
      row.name,
      row.county_code,
    ]),
    population: (await select(populations)).map((row) => [
      row.municipality,
      row.on,
      row.inhabitants,
    ]),
    ...rows,
  }
}

const ore = (amount: string): number => Math.round(Number(amount) * 100)

const tables = [
  'create table county (code text primary key, name text not null)',
  'create table municipality (code text primary key, name text not null, county_code text not null references county)',
  'create table population (municipality_code text not null references municipality, "on" text not null, inhabitants integer not null, primary key (municipality_code, "on"))',
  'create table budget (id integer primary key, title text not null)',
  'create table budget_line (id integer primary key, budget_id integer not null references budget, description text not null, amount integer not null)',
  'create table line_share (line_id integer not null references budget_line, municipality_code text not null references municipality, amount integer not null, primary key (line_id, municipality_code))',
]
const indexes = [
  'create index municipality_county on municipality (county_code)',
  'create index budget_line_budget on budget_line (budget_id)',
  'create index line_share_municipality on line_share (municipality_code)',
]

/** Five hundred rows a statement. */
function inserts(rows: Rows): string[] {
  return Object.entries(rows).flatMap(([table, all]) =>
    Array.from({ length: Math.ceil(all.length / 500) }, (_, part) => {
      const values = all
        .slice(part * 500, part * 500 + 500)
        .map((row) => `(${row.map(literal).join()})`)
      return `insert into ${table} values ${values.join()}`
    }),
  )
}

const literal = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
