import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { countStatements } from './statement-count.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const query = '{ municipalities(first: 1000) { nodes { code maySetPopulation } } }'

async function settable(visitor: Visitor): Promise<string[]> {
  const { nodes } = (await visitor.send<Loose>(query)).data.municipalities
  return nodes.flatMap((one: Loose) => (one.maySetPopulation ? one.code : []))
}

/** Whether the server would store a figure. */
async function stores(visitor: Visitor, municipalityCode: string): Promise<boolean> {
  const figure = {
    municipalityCode,
    on: '2019-12-31',
    inhabitants: 1,
    source: 'Prov',
    basedOnRevision: 0,
  }
  const { errors } = await visitor.send<Loose>(
    'mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }',
    { input: { clientMutationKey: crypto.randomUUID(), dryRun: true, figures: [figure] } },
  )
  expect([undefined, 'FORBIDDEN']).toContain(errors?.[0]?.extensions.code)
  return errors === undefined
}

it('tells whose populations one may set, in agreement with what is then stored', async () => {
  expect(await settable(await api.as('finance officer'))).toEqual(['2380'])
  expect(await settable(await api.as('analyst'))).toEqual([])
  expect(await settable(await api.as('admin'))).toEqual([])
  expect(await settable(api.visitor)).toContain('0114') // a party to nothing
  for (const role of ['coordinator', 'finance officer', 'analyst']) {
    const visitor = await api.as(role)
    const may = await settable(visitor)
    for (const code of ['2380', '2303', '0114']) {
      expect([role, code, await stores(visitor, code)]).toEqual([role, code, may.includes(code)])
    }
  }
})

it('asks about all municipalities at once', async () => {
  expect((await countStatements(api, () => api.data(`${query} `))).statements).toBeLessThan(3)
})

it('tells who may change an agreement', async () => {
  const asked = '{ agreements { nodes { mayEdit } } }'
  for (const [role, may] of [
    ['coordinator', true],
    ['finance officer', false],
    ['analyst', false],
  ] as const) {
    const { data } = await (await api.as(role)).send<Loose>(asked)
    expect(data.agreements.nodes[0].mayEdit).toBe(may)
  }
})
