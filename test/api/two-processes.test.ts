import { randomUUID } from 'node:crypto'
import { verifyDatabase } from '@andel/server/verify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { type SecondProcess, startSecondProcess } from './second-process.ts'

// Two processes on one database of PostgreSQL, as behind a balancer that sends each request where it likes.

let api: Api
let second: SecondProcess
/** The co-ordinator, at each of them. */
let here: Visitor
let there: Visitor
beforeAll(async () => {
  api = await Api.start()
  second = await startSecondProcess(api.databaseUrl!)
  here = api.visitor
  there = await second.as('coordinator')
})
afterAll(async () => {
  await second[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

const question = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) {
  id sequence total lines { id version note typedAmount } } } }`

async function budgetOf(visitor: Visitor): Promise<Loose> {
  return (await visitor.send<Loose>(question)).data.jointService.budget
}

async function edit(visitor: Visitor, budgetId: string, edits: object[]): Promise<Loose> {
  const { data, errors } = await visitor.send<Loose>(
    `mutation ($input: EditBudgetInput!) { editBudget(input: $input) {
      applied conflicts { field } problems { code } changes { sequence } } }`,
    { input: { budgetId, clientMutationKey: randomUUID(), edits } },
  )
  expect(errors).toBeUndefined()
  return data.editBudget
}

const note = (line: Loose, text: string) => ({
  setLine: { lineId: line.id, version: line.version, fields: { note: text } },
})

it('an edit through one is seen through the other at once, also in answers that are kept', async () => {
  let budget = await budgetOf(there)
  for (let round = 0; round < 200; round++) {
    const [writer, reader] = round % 2 === 0 ? [here, there] : [there, here]
    const text = `round ${round}`
    const { applied } = await edit(writer, budget.id, [note(budget.lines[0], text)])
    expect(applied).toBe(true)
    budget = await budgetOf(reader) // kept there from the round before
    expect(budget.lines[0].note).toBe(text)
  }
}, 240_000)

it('what leaves no change in the log is seen through the other at once too', async () => {
  const [officer, elsewhere] = [await api.as('finance officer'), await second.as('finance officer')]
  const remarks = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) {
    lines { id remarks { text } } } } }`
  const textIn = async (visitor: Visitor): Promise<string | undefined> =>
    (await visitor.send<Loose>(remarks)).data.jointService.budget.lines[0].remarks[0]?.text
  const [line] = (await budgetOf(here)).lines
  for (let round = 0; round < 20; round++) {
    const [writer, reader] = round % 2 === 0 ? [officer, elsewhere] : [elsewhere, officer]
    const input = { lineId: line.id, municipalityCode: '2380', text: `remark ${round}` }
    const set = 'mutation ($input: SetRemarkInput!) { setRemark(input: $input) { remark { id } } }'
    expect((await writer.send(set, { input })).errors).toBeUndefined()
    expect(await textIn(reader)).toBe(`remark ${round}`)
  }
})

it('edits of different cells through both at once are all stored, in a chain without a gap', async () => {
  const before = await budgetOf(here)
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const line = before.lines[index % 5]
      const fields = [{ description: `d${index}` }, { decision: `e${index}` }][index < 20 ? 0 : 1]!
      return edit(index % 2 ? here : there, before.id, [
        { setLine: { lineId: line.id, version: line.version, fields } },
      ])
    }),
  )
  const applied = answers.filter((answer) => answer.applied)
  const sequences = applied.flatMap(({ changes }) => changes.map((one: Loose) => one.sequence))
  expect(applied.length).toBeGreaterThanOrEqual(10) // one of each cell at least; the others are conflicts
  expect(answers.filter((answer) => !answer.applied && answer.conflicts.length === 0)).toEqual([])
  const first = Math.min(...sequences)
  expect(sequences.toSorted((a, b) => a - b)).toEqual(sequences.map((_, index) => first + index))
  expect((await budgetOf(there)).sequence).toBe(first + sequences.length - 1)
  expect((await verifyDatabase(api.app.orm)).finding).toBeNull()
})

it('a sheet is of one moment, whatever is written while it is read', async () => {
  const { id, total } = await budgetOf(here)
  const added = await edit(here, id, [
    { addLine: { fields: { description: 'a', amount: '1000.00' } } },
    { addLine: { fields: { description: 'b', amount: '-1000.00' } } },
  ])
  expect(added.applied).toBe(true)
  let writing = true
  const reading = (async () => {
    const totals = new Set<string>()
    while (writing) totals.add((await budgetOf(there)).total)
    return totals
  })()
  for (let round = 0; round < 40; round++) {
    const now = (await budgetOf(here)).lines
    const set = (line: Loose, amount: string) => ({
      setLine: { lineId: line.id, version: line.version, fields: { amount } },
    })
    const pair = now.slice(-2)
    const amount = `${1000 + round}.00`
    expect((await edit(here, id, [set(pair[0], amount), set(pair[1], `-${amount}`)])).applied).toBe(
      true,
    )
  }
  writing = false
  expect([...(await reading)]).toEqual([total])
})

it('tries to sign in are counted together', async () => {
  const codes: string[] = []
  for (let count = 0; count < 8; count++) {
    const response = await fetch(`${count % 2 ? api.address : second.address}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@example.org', password: 'not it, not it' }),
    })
    codes.push(((await response.json()) as Loose).errors?.[0]?.extensions.code)
  }
  expect(codes.indexOf('TOO_MANY_TRIES')).toBeGreaterThan(3)
  expect(codes.indexOf('TOO_MANY_TRIES')).toBeLessThan(7)
})

it('a session that is ended through one is refused by the other within a second', async () => {
  const [admin, analyst] = [await api.as('admin'), await second.as('analyst')]
  expect((await analyst.send<Loose>('{ viewer { id } }')).data.viewer).not.toBeNull()
  const { id } = (await analyst.send<Loose>('{ viewer { id } }')).data.viewer
  const suspend =
    'mutation ($input: PersonInput!) { suspendPerson(input: $input) { person { id } } }'
  expect((await admin.send(suspend, { input: { personId: id } })).errors).toBeUndefined()
  await expect
    .poll(async () => (await analyst.send('{ budgets { totalCount } }')).errors?.[0]?.extensions, {
      timeout: 1000,
      interval: 50,
    })
    .toMatchObject({ code: 'UNAUTHENTICATED' })
})
