import { randomUUID } from 'node:crypto'
import { Api } from '../../api/api.ts'

const budgets = 100
const linesEach = 150
const firstYear = 2030

/** Rows of all lines × shares: the demo's budget has seven participants. */
export const seededRows = budgets * linesEach * 7

/** Fills a new database, through the API, with budgets of the demo's joint service. */
export async function seed(dataDir: string): Promise<void> {
  await using api = await Api.start({ dataDir })
  for (let index = 0; index < budgets; index++) {
    const year = firstYear + index
    const input = { jointServiceSlug: 'familjehemscentrum', year, title: `Budget ${year}` }
    const { createBudget } = await api.data(
      `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }`,
      { input },
    )
    const edits = Array.from({ length: linesEach }, (_, line) => ({
      addLine: { fields: { description: `Kostnad ${line}`, amount: `${1000 + line * 37}.00` } },
    }))
    const { editBudget } = await api.data(
      `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }`,
      { input: { budgetId: createBudget.budget.id, clientMutationKey: randomUUID(), edits } },
    )
    if (!editBudget.applied) throw new Error('The lines were refused.')
  }
}
