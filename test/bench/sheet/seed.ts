import { randomUUID } from 'node:crypto'
import { Api } from '../../api/api.ts'

export interface SheetShape {
  readonly lines: number
  readonly participants: number
}

const year = 2030
const populationsOn = '2023-12-31'

/**
 * Makes a budget of the given size in a new database: more municipalities join the demo's agreement, and a
 * budget gets its lines through the API.
 *
 * @returns the page that shows it
 */
export async function seedSheet(
  dataDir: string,
  { lines, participants }: SheetShape,
): Promise<string> {
  await using api = await Api.start({ dataDir })
  await api.app.orm.em.getConnection().execute(
    `insert into participation (id, agreement_id, municipality_code, from_date)
       select 'joined ' || code, (select id from agreement), code, '2022-01-01' from municipality
       where code not in (select municipality_code from participation)
       order by code limit ?`,
    [participants - 7],
  )
  const { createBudget } = await api.data(
    `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }`,
    {
      input: {
        jointServiceSlug: 'familjehemscentrum',
        year,
        title: `Budget ${year}`,
        populationDate: populationsOn,
      },
    },
  )
  const edits = Array.from({ length: lines }, (_, index) => ({
    addLine: {
      fields:
        index % 3 === 0
          ? { description: `Tjänst ${index}`, workload: 100, months: '12', monthlyCost: '51234.00' }
          : { description: `Kostnad ${index}`, amount: `${1000 + ((index * 7919) % 90_000)}.00` },
    },
  }))
  const { editBudget } = await api.data(
    `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }`,
    { input: { budgetId: createBudget.budget.id, clientMutationKey: randomUUID(), edits } },
  )
  if (!editBudget.applied) throw new Error('The lines were refused.')
  return `/samverkan/familjehemscentrum/${year}`
}
