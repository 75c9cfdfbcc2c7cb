import { randomUUID } from 'node:crypto'
import { Api } from '../../api/api.ts'
import { Visitor } from '../../visitor.ts'
import type { Product } from '../../product.ts'

/** Lines of the large budget; seven participants share each. */
export const largeLines = 10_000
const year = 2029
const batch = 2_500

/** A large budget of the demo's joint service: sections, positions and amounts, with notes here and there. */
export async function seedLargeBudget(dataDir: string): Promise<void> {
  await using api = await Api.start({ dataDir })
  const input = { jointServiceSlug: 'familjehemscentrum', year, title: `Budget ${year}` }
  const { createBudget } = await api.data(
    `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }`,
    { input },
  )
  for (let start = 0; start < largeLines; start += batch) {
    const edits = Array.from({ length: batch }, (_, index) => addLine(start + index))
    const { editBudget } = await api.data(
      `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }`,
      { input: { budgetId: createBudget.budget.id, clientMutationKey: randomUUID(), edits } },
    )
    if (!editBudget.applied) throw new Error('The lines were refused.')
  }
}

function addLine(index: number) {
  const figures =
    index % 2 === 0
      ? { workload: 100, months: '6.5', monthlyCost: `${40_000 + index}.00` }
      : { amount: `${1000 + index * 37}.50` }
  return {
    addLine: {
      fields: {
        description: `Kostnad ${index}`,
        section: `Avsnitt ${Math.floor(index / 500)}`,
        note: index % 3 === 0 ? 'En anteckning om raden' : '',
        ...figures,
      },
    },
  }
}

/** Where a product answers with the large budget as a workbook. */
export async function largeWorkbookPath(product: Product): Promise<string> {
  const query = `{ jointService(slug: "familjehemscentrum") { budget(year: ${year}) { id } } }`
  const office = await Visitor.by(await product.link('coordinator'))
  const { data } = await office.send<{ jointService: { budget: { id: string } } }>(query)
  return `/budgets/${data.jointService.budget.id}.xlsx`
}
