import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet } from './editing.ts'
import { type Remembered, Storm, whole } from './past-storm.ts'

const seed = Number(process.env['SEED'] ?? 20_220_603)
const batches = 120
let api: Api
let id: string
const remembered: Remembered[] = []

beforeAll(async () => {
  api = await Api.start()
  id = (await readSheet(api)).id
  const storm = new Storm(api, id, seed)
  remembered.push(await storm.remember())
  for (let batch = 0; batch < batches; batch++) {
    if (await storm.batch(remembered.at(-1)!.budget)) remembered.push(await storm.remember())
  }
})
afterAll(() => api[Symbol.asyncDispose]())

const ask = `query ($id: ID!, $asOf: BudgetMomentInput) { budget(id: $id, asOf: $asOf) { ...whole } } ${whole}`
const asOf = async (moment: object): Promise<Loose> =>
  (await api.data(ask, { id, asOf: moment })).budget

describe(`a storm of edits of all kinds (SEED=${seed})`, () => {
  it('is told again as it was, by sequence and by time', async () => {
    expect(remembered.length).toBeGreaterThan(batches / 3)
    for (const { sequence, budget } of remembered.toReversed())
      expect(await asOf({ sequence })).toEqual(budget)
    const byTime = new Map(remembered.map(({ time, budget }) => [time, budget]))
    for (const [time, budget] of byTime) expect(await asOf({ time })).toEqual(budget)
  })

  it('can be told of any number in between', async () => {
    const last = remembered.at(-1)!.sequence
    for (let sequence = 0; sequence <= last; sequence++) {
      const { errors } = await api.send(ask, { id, asOf: { sequence } })
      expect([sequence, errors]).toEqual([sequence, undefined])
    }
  })
})
