import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet } from './editing.ts'
import { type Remembered, Storm, whole } from './past-storm.ts'

const usual = 20_220_603
const seed = Number(process.env['SEED'] ?? usual)
const batches = 60
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

const everyKind = [
  'BudgetLine +',
  'BudgetLine -',
  'BudgetLine place',
  'BudgetLine section',
  'BudgetLine keyId',
  'BudgetLine amount',
  'DistributionKey +',
  'DistributionKey -',
  'DistributionKey bases',
  'PopulationFigure +',
  'Participation +',
  'Participation -',
  'Participation from',
]

async function kindsOfChanges(): Promise<string[]> {
  const { sequence } = remembered[0]!
  const { changes } = await api.data(
    `{ changes(filter: { afterSequence: ${sequence} }, first: 1000) { nodes { entity field } } }`,
  )
  return changes.nodes.map(({ entity, field }: Loose) => `${entity} ${field}`)
}

const ask = `query ($id: ID!, $asOf: BudgetMomentInput) { budget(id: $id, asOf: $asOf) { ...whole } } ${whole}`
const asOf = async (moment: object): Promise<Loose> =>
  (await api.data(ask, { id, asOf: moment })).budget

describe(`a storm of edits of all kinds (SEED=${seed})`, () => {
  it('is told again as it was, by sequence and by time', async () => {
    if (seed === usual) expect(await kindsOfChanges()).toEqual(expect.arrayContaining(everyKind))
    for (const { sequence, budget } of remembered.toReversed())
      expect(await asOf({ sequence })).toEqual(budget)
    const byTime = new Map(remembered.map(({ time, budget }) => [time, budget]))
    const some = [...byTime].filter((_, index) => index % 3 === 0)
    for (const [time, budget] of some) expect(await asOf({ time })).toEqual(budget)
  })

  it('adds up at any number in between, also within a batch', async () => {
    const created = remembered[0]!.sequence
    const last = remembered.at(-1)!.sequence
    for (let sequence = 0; sequence <= last; sequence += 5) {
      const { data, errors } = await api.send(
        'query ($id: ID!, $asOf: BudgetMomentInput) { budget(id: $id, asOf: $asOf) { sumOk asOf { sequence } } }',
        { id, asOf: { sequence } },
      )
      const expected = sequence < created ? expect.anything() : { sumOk: true, asOf: { sequence } }
      expect([sequence, errors, data.budget ?? 'none']).toEqual([sequence, undefined, expected])
    }
  })
})
