import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mutate } from '../attack/mutate.ts'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { listen } from './listener.ts'
import { type SecondProcess, startSecondProcess } from './second-process.ts'

// What is done through one process is told by the other, on one database of PostgreSQL.

let api: Api
let second: SecondProcess
let there: Visitor
let budgetId: string
beforeAll(async () => {
  api = await Api.start()
  second = await startSecondProcess(api.databaseUrl!)
  there = await second.as('coordinator')
  budgetId = (await budget()).id
})
afterAll(async () => {
  await second[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

const budget = async (): Promise<Loose> =>
  (
    await api.data(
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id sequence lines { id version } } } }',
    )
  ).jointService.budget

const follow = `subscription ($id: ID!, $after: Int!) { budgetChanges(budgetId: $id, afterSequence: $after) {
  changes { sequence } } }`
const whoIsThere = `subscription ($id: ID!, $page: String!) { budgetPresence(budgetId: $id, clientId: $page) {
  present { clientId typing } } }`

it('edits through either are told by both, in order, without gap or repeat', async () => {
  const { sequence } = await budget()
  const variables = { id: budgetId, after: sequence }
  await using near = listen<Loose>(api.visitor, follow, variables)
  await using far = listen<Loose>(there, follow, variables)
  const made: number[] = []
  for (let round = 0; round < 20; round++) {
    const [line] = (await budget()).lines
    const setLine = { lineId: line.id, version: line.version, fields: { note: `round ${round}` } }
    const input = { budgetId, clientMutationKey: randomUUID(), edits: [{ setLine }] }
    const writer = round % 2 === 0 ? api.visitor : there
    const { data } = await mutate(writer, 'editBudget', input, 'changes { sequence }')
    made.push(...data.editBudget.changes.map((change: Loose) => change.sequence))
  }
  for (const listener of [near, far]) {
    const told = (): number[] =>
      listener.told.flatMap(({ data }) =>
        data.budgetChanges.changes.map((change: Loose) => change.sequence),
      )
    await listener.until(() => told().at(-1) === made.at(-1))
    expect(told()).toEqual(made)
  }
})

it('who is there is known to both, wherever it is told from', async () => {
  await using near = listen<Loose>(api.visitor, whoIsThere, { id: budgetId, page: 'near' })
  await using far = listen<Loose>(there, whoIsThere, { id: budgetId, page: 'far' })
  const present = (told: readonly Loose[]): Loose[] =>
    told.at(-1)?.data.budgetPresence.present ?? []
  for (const listener of [near, far]) await listener.until((told) => present(told).length === 2)
  // the page is connected to the other process
  const moved = { budgetId, clientId: 'far', typing: true }
  const { data } = await mutate(await api.as('coordinator'), 'setPresence', moved, 'here')
  expect(data.setPresence.here).toBe(true)
  for (const listener of [near, far])
    await listener.until((told) => present(told).some(({ typing }) => typing))
})

it('a stream at one ends when its person is suspended at the other', async () => {
  const analyst = await second.as('analyst')
  const { data } = await analyst.send<Loose>('{ viewer { id } }')
  await using listener = listen<Loose>(analyst, whoIsThere, { id: budgetId, page: 'gone' })
  await listener.until((told) => told.length > 0)
  let code: number | undefined
  void listener.closed.then((told) => (code = told))
  await mutate(await api.as('admin'), 'suspendPerson', { personId: data.viewer.id })
  // told by the other process: each looks through its streams every five seconds in any case
  await expect.poll(() => code, { timeout: 3000 }).toBe(4401)
})
