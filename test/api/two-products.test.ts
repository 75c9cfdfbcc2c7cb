import { expect, it, onTestFinished } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { readyFolder } from '../ready-folder.ts'
import { type Answer, Visitor } from '../visitor.ts'
import type { Loose } from './api.ts'

// Two servers on one file of SQLite, as by mistake: slow, but nothing is refused.

it('wait for each other with what they store', async () => {
  const data = await readyFolder('built', async (path) =>
    (await startProduct({ DATA_DIR: path })).end(),
  )
  onTestFinished(data.remove)
  const start = async (): Promise<Product> => {
    const product = await startProduct({ DATA_DIR: data.path })
    onTestFinished(() => product.end())
    return product
  }
  const [first, second] = [await start(), await start()]
  const offices = await Promise.all(
    [first, second].map(async (one) => Visitor.by(await one.link('coordinator'))),
  )
  const { data: told } = await offices[0]!.send<Loose>('{ budgets { nodes { id lines { id } } } }')
  const [{ id: budgetId, lines }] = told.budgets.nodes
  const act = (index: number): Promise<Answer<Loose>> => {
    const office = offices[index % 2]!
    if (index % 3 === 0)
      return office.send(
        'mutation ($input: NameBudgetVersionInput!) { nameBudgetVersion(input: $input) { version { id } } }',
        { input: { budgetId, name: `Läge ${index}` } },
      )
    return office.send(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { thread { id } } }',
      { input: { budgetId, lineId: lines[0].id, text: `Kommentar ${index}` } },
    )
  }
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => act(index)))
  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([])
})
