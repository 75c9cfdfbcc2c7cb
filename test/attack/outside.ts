import { randomUUID } from 'node:crypto'
import type { Api, Loose } from '../api/api.ts'

/** What stands in every text of a joint service that nobody of the demo has a right to. */
export const canary = 'Kanariefågel-7f3a'

/** Adds that joint service, with a budget, and gives global ids of it. */
export async function addOutside({ app }: Api): Promise<string[]> {
  const run = async (query: string, variables: object): Promise<Loose> => {
    const demand = { variables: { ...variables }, context: app.context() }
    const { data, errors } = await app.execution.run(app.execution.prepare(query), demand)
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  await copyService(app)
  const { createBudget } = await run(
    `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }`,
    { input: { jointServiceSlug: 'utanfor', year: 2022, title: canary } },
  )
  const { id } = createBudget.budget
  const fields = { description: canary, amount: '7654321.00', note: canary, decision: canary }
  const { editBudget } = await run(
    `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { budget {
      id jointService { id agreements { id defaultKey { id } } } keys { id } lines { id }
    } } }`,
    { input: { budgetId: id, clientMutationKey: randomUUID(), edits: [{ addLine: { fields } }] } },
  )
  return [...JSON.stringify(editBudget).matchAll(/"id":"([^"]+)"/g)].map(([, found]) => found!)
}

/** The demo's joint service once more, with its agreement, for two of its parties. Raw: there is no mutation for an agreement. */
async function copyService({ orm }: Api['app']): Promise<void> {
  const connection = orm.em.getConnection()
  const [service, agreement, key] = [randomUUID(), randomUUID(), randomUUID()]
  const demo = `(select id from joint_service where slug = 'familjehemscentrum')`
  const old = `(select id from agreement where joint_service_id = ${demo})`
  const copy = async (table: string, own: Readonly<Record<string, string>>, where: string) => {
    const columns = Object.keys((await connection.execute(`select * from ${table} limit 1`))[0]!)
    const values = columns.map((name) => (name in own ? `'${own[name]}'` : `"${name}"`))
    const names = columns.map((name) => `"${name}"`)
    await connection.execute(
      `insert into ${table} (${names.join()}) select ${values.join()} from ${table} where ${where}`,
    )
  }
  const named = { name: canary, body: canary, description: canary }
  await copy('joint_service', { id: service, slug: 'utanfor', ...named }, `id = ${demo}`)
  const oldKey = `(select default_key_id from agreement where id = ${old})`
  await copy('distribution_key', { id: key, name: canary }, `id = ${oldKey}`)
  const own = { id: agreement, joint_service_id: service, default_key_id: key }
  await copy('agreement', own, `id = ${old}`)
  for (const code of ['2303', '2380']) {
    const one = { id: randomUUID(), agreement_id: agreement }
    await copy('participation', one, `agreement_id = ${old} and municipality_code = '${code}'`)
  }
}
