import { afterEach, beforeEach, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const create = `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget {
  id year title state total sequence defaultKey { name bases { on } } keys { name bases { on } }
  lines { description amount note decision key { name } } participants { code } changes { totalCount } } } }`
const input = { jointServiceSlug: 'familjehemscentrum', year: 2023, title: 'Budget 2023' }

it('creates an empty budget under the agreement in force, with its default key', async () => {
  const { budget } = (await api.data(create, { input })).createBudget
  expect(budget).toMatchObject({
    year: 2023,
    state: 'DRAFT',
    total: '0.00',
    lines: [],
    defaultKey: { name: 'Folkmängd' },
  })
  expect(budget.participants).toHaveLength(7)
  expect(budget.changes.totalCount).toBe(2) // the budget and its key
})

it('copies lines and keys of last year, on a new population date, and leaves last year alone', async () => {
  const last = await readSheet(api)
  const { budget } = (
    await api.data(create, {
      input: { ...input, copyFromBudgetId: last.id, populationDate: '2022-12-31' },
    })
  ).createBudget
  expect(budget.total).toBe(last.total)
  expect(budget.lines.map((line: Loose) => [line.description, line.amount])).toEqual(
    last.lines.map((line: Loose) => [line.description, line.amount]),
  )
  expect(budget.keys.flatMap((key: Loose) => key.bases.map((basis: Loose) => basis.on))).toEqual([
    '2022-12-31',
    '2022-12-31',
    null,
  ])
  // What was decided and noted of last year must not pass for this year's.
  expect(budget.lines.map((line: Loose) => line.decision).join('')).toBe('')
  for (const { note } of budget.lines) expect(note).toMatch(/^Från Budget 2022: /)
  expect(await readSheet(api)).toEqual(last)
})

it.each([
  [{ year: 2022 }, 'ALREADY_EXISTS'],
  [{ year: 2021 }, 'NOT_FOUND'], // before the agreement
  [{ year: 20_222 }, 'BAD_INPUT'],
  [{ title: '  ' }, 'BAD_TEXT'],
  [{ jointServiceSlug: 'finns-inte' }, 'NOT_FOUND'],
  [{ populationDate: '2019-11-01' }, 'POPULATION_MISSING'],
])('refuses %o with %s and stores nothing', async (wrong, code) => {
  expect(await api.code(create, { input: { ...input, ...wrong } })).toBe(code)
  const { budgets } = await api.data('{ budgets { totalCount } }')
  expect(budgets.totalCount).toBe(1)
})
