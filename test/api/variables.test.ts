import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

describe('variables', () => {
  const changes = `query ($from: DateTime = "2022-01-01T00:00:00Z") {
    changes(filter: { from: $from }) { totalCount } }`

  it('have what the operation says in their place, parsed as what is sent', async () => {
    const { changes: said } = await api.data(changes)
    expect(said.totalCount).toBeGreaterThan(0)
    const sent = await api.data(changes, { from: '2022-01-01T00:00:00Z' })
    expect(sent.changes).toEqual(said)
    const later = await api.data(changes, { from: '2999-01-01T00:00:00Z' })
    expect(later.changes).toEqual({ totalCount: 0 })
  })

  it('that are dates are texts, and an object is not written out as one', async () => {
    const query = 'query ($on: Date!) { municipality(code: "2303") { population(on: $on) { on } } }'
    const { errors } = await api.send(query, { on: { year: 2022 } })
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT')
    expect(errors![0]!.message).toContain('is written as a text')
    expect(errors![0]!.message).not.toContain('[object')
  })

  it('may leave out what an input has a value for', async () => {
    const query = `query ($order: MunicipalityOrder) {
      municipalities(orderBy: $order, filter: { countyCode: "23" }) { nodes { name } } }`
    const names = async (order: object): Promise<string[]> =>
      (await api.data(query, { order })).municipalities.nodes.map((one: Loose) => one.name)
    const ascending = await names({ field: 'NAME' })
    expect(ascending.at(-1)).toBe('Östersund')
    expect(await names({ field: 'NAME', direction: 'DESC' })).toEqual(ascending.toReversed())
  })

  it('are taken as a list of one', async () => {
    const query = `query ($order: [PopulationOrder!], $codes: [String!]) {
      populationFigures(orderBy: $order, filter: { municipalityCodes: $codes, latest: true }) {
        nodes { municipality { code } } } }`
    const order = { field: 'INHABITANTS' }
    const { populationFigures } = await api.data(query, { order, codes: '2303' })
    expect(populationFigures.nodes).toEqual([{ municipality: { code: '2303' } }])
  })

  it('are refused when they do not fit', async () => {
    expect(await api.code(changes, { from: 'i går' })).toBe('BAD_USER_INPUT')
    expect(await api.code('query ($id: ID!) { node(id: $id) { id } }')).toBe('BAD_USER_INPUT')
  })
})
