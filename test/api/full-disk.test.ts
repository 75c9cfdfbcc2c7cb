import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const pragma = async (text: string): Promise<Loose> =>
  (await api.app.orm.em.getConnection().execute(`pragma ${text}`))[0]

const read = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id lines { note } } } }`

async function addLine(note: string): Promise<string | undefined> {
  const { budget } = (await api.data(read)).jointService
  const edits = [{ addLine: { fields: { description: 'Full', amount: '1.00', note } } }]
  const input = { budgetId: budget.id, clientMutationKey: randomUUID(), edits }
  const { errors } = await api.send(
    'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
    { input },
  )
  return errors?.[0]?.extensions.code
}

it('a full disk stores nothing and stops nothing: there is reading while it is full, and editing when there is room', async () => {
  const { page_count: pages } = await pragma('page_count')
  await pragma(`max_page_count = ${pages}`)
  for (let tries = 0; tries < 3; tries++) {
    expect(await addLine('x'.repeat(5000))).toBe('INTERNAL_SERVER_ERROR')
  }
  const notes = (await api.data(read)).jointService.budget.lines.map(({ note }: Loose) => note)
  expect(notes.filter((note: string) => note.startsWith('xxx'))).toEqual([])

  await pragma('max_page_count = 1000000')
  expect(await addLine('Det finns plats igen.')).toBeUndefined()
})
