import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api } from './api.ts'
import { sendEdits } from './editing.ts'
import { countStatements } from './statement-count.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** How many SQL statements a query needs when it has been asked before, so that the budgets are read. */
async function statementsOf(query: string): Promise<number> {
  await api.data(query)
  // another text: else it would be answered from what is kept
  return (await countStatements(api, () => api.data(`${query} `))).statements
}

it('asks for the participants of a key and their counties at once, however many there are', async () => {
  const codes = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
  const values = codes.map((municipalityCode) => ({ municipalityCode, value: 1 }))
  const use = { kind: 'USE', percent: 100, statistic: 'Ärenden', period: '2021', source: 'FHC' }
  const rounding = { shareStep: 'NONE', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' }
  const key = { name: 'Användning', ...rounding, bases: [{ ...use, values }] }
  expect((await sendEdits(api, [{ addKey: { key } }])).applied).toBe(true)
  const budget = (fields: string): string =>
    `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { ${fields} } } }`
  const base = await statementsOf(budget('keys { id }'))
  expect(base).toBeGreaterThan(0)
  const inKeys = await statementsOf(budget('keys { bases { values { municipality { name } } } }'))
  expect(inKeys).toBe(base)
  const inShares = await statementsOf(
    budget('lines { shares { municipality { county { name } } } }'),
  )
  expect(inShares).toBe(base)
})

it('asks for counties and agreements at once', async () => {
  expect(await statementsOf('{ municipalities { nodes { county { name } } } }')).toBe(0)
  const agreements =
    '{ agreements { nodes { participations { agreement { title } municipality { name } } } } }'
  expect(await statementsOf(agreements)).toBe(3)
})

it('asks for the revisions of figures at once', async () => {
  const figures = (fields: string): string =>
    `{ municipalities { nodes { populations { nodes { ${fields} } } } } }`
  expect(await statementsOf(figures('id'))).toBe(0)
  expect(await statementsOf(figures('revisions { revision }'))).toBe(1)
})

it('asks for the sections of a budget with its lines', async () => {
  const budget = (fields: string): string => `{ budgets { nodes { ${fields} } } }`
  const base = await statementsOf(budget('lines { id }'))
  expect(
    await statementsOf(
      budget('sections { name total lines { id } shares { amount municipality { name } } }'),
    ),
  ).toBe(base)
})

it('sets a hundred figures with hardly more statements than one', async () => {
  const set = (count: number): string => {
    const figures = Array.from(
      { length: count },
      (
        _,
        index,
      ) => `{ municipalityCode: "2303", on: "19${10 + (index % 90)}-0${1 + Math.floor(index / 90)}-01",
        inhabitants: ${count}, source: "Prov", basedOnRevision: 0 }`,
    )
    return `mutation { setPopulations(input: { clientMutationKey: "${randomUUID()}", dryRun: true,
      figures: [${figures.join()}] }) { problems { code } } }`
  }
  expect(await statementsOf(set(100))).toBe(await statementsOf(set(1)))
})
