import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { listen } from './listener.ts'

let api: Api
let budgetId: string
let lines: Loose[]
beforeAll(async () => {
  api = await Api.start()
  const { budget } = (await api.data(read)).jointService
  budgetId = budget.id
  lines = budget.lines
})
afterAll(() => api[Symbol.asyncDispose]())

const read = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id sequence
  lines { id version note } } } }`
const follow = `subscription ($id: ID!, $after: Int!) { budgetChanges(budgetId: $id, afterSequence: $after) {
  sequence changes { sequence actor field after entityId batch } } }`
const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied changes { sequence } } }`

/** Writes notes, one after another. @returns the sequences of the changes */
async function write(notes: readonly string[], by: Api | Visitor = api): Promise<number[]> {
  const sequences: number[] = []
  for (const note of notes) {
    const { jointService } = (await api.data(read)) as Loose
    const { id: lineId, version } = jointService.budget.lines[0]
    const edits = [{ setLine: { lineId, version, fields: { note } } }]
    const input = { budgetId, clientMutationKey: randomUUID(), edits }
    const { data } = await by.send<Loose>(edit, { input })
    sequences.push(...data.editBudget.changes.map((change: Loose) => change.sequence))
  }
  return sequences
}

const sequence = async (): Promise<number> =>
  (await api.data(read)).jointService.budget.sequence as number
const changesOf = (told: readonly Loose[]): Loose[] =>
  told.flatMap(({ data }) => data.budgetChanges.changes)

describe('changes of a budget', () => {
  it('are told as they happen, with who made them', async () => {
    const after = await sequence()
    await using listener = listen<Loose>(api.visitor, follow, { id: budgetId, after })
    const [made] = await write(['Live'])
    await listener.until((told) => changesOf(told).length > 0)
    expect(changesOf(listener.told)).toMatchObject([
      { sequence: made, field: 'note', after: 'Live', entityId: lines[0].id },
    ])
    expect(changesOf(listener.told)[0].actor).toMatch(/\w/)
  })

  it('are told from a sequence on, without gap or repeat, however often the line is cut', async () => {
    const start = await sequence()
    const known: number[] = []
    const writing = write(Array.from({ length: 40 }, (_, number) => `Storm ${number}`))
    let done = false
    void writing.then(() => (done = true))
    while (!done) {
      const listener = listen<Loose>(api.visitor, follow, {
        id: budgetId,
        after: known.at(-1) ?? start,
      })
      await listener.until((told) => told.length > 0)
      listener.cut()
      known.push(...changesOf(listener.told).map((change) => change.sequence))
      await listener[Symbol.asyncDispose]()
    }
    const made = await writing
    if (known.at(-1) !== made.at(-1)) {
      await using last = listen<Loose>(api.visitor, follow, { id: budgetId, after: known.at(-1) })
      await last.until((told) => changesOf(told).at(-1)?.sequence === made.at(-1))
      known.push(...changesOf(last.told).map((change) => change.sequence))
    }
    expect(known).toEqual(made)
  })

  it('reach a budget from elsewhere', async () => {
    const after = await sequence()
    await using listener = listen<Loose>(api.visitor, follow, { id: budgetId, after })
    const { data, errors } = await api.send(
      `mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }`,
      {
        input: {
          clientMutationKey: randomUUID(),
          figures: [
            {
              municipalityCode: '2303',
              on: '2021-12-31',
              inhabitants: 5211,
              source: 'Prov',
              basedOnRevision: 1,
            },
          ],
        },
      },
    )
    expect(errors ?? data.setPopulations.applied).toBe(true)
    await listener.until((told) => changesOf(told).length > 0)
    expect(changesOf(listener.told)[0]).toMatchObject({ field: '+', after: { inhabitants: 5211 } })
  })

  it('are not told on from a number that the log has not come to', async () => {
    const after = 1_000_000
    await using listener = listen<Loose>(api.visitor, follow, { id: budgetId, after })
    await listener.until((told) => told.length > 0)
    expect(listener.told[0].errors[0].extensions.code).toBe('BAD_MOMENT')
  })

  it('are not told of a budget that is not there', async () => {
    const gone = Buffer.from(`Budget:${randomUUID()}`).toString('base64url')
    await using listener = listen<Loose>(api.visitor, follow, { id: gone, after: 0 })
    await listener.until((told) => told.length > 0)
    expect(listener.told[0].errors[0].extensions.code).toBe('NOT_FOUND')
  })
})
