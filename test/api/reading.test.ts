import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

describe('municipalities and populations', () => {
  it('has 290 municipalities in 21 counties, each with figures for 22 years', async () => {
    const { municipalities } = await api.data(`{ municipalities(first: 290) { totalCount nodes {
      code county { code } populations(filter: { from: "2000-12-31", to: "2023-12-31" }) { totalCount } } } }`)
    expect(municipalities.totalCount).toBe(290)
    expect(new Set(municipalities.nodes.map((one: Loose) => one.county.code)).size).toBe(21)
    for (const { populations } of municipalities.nodes)
      expect(populations.totalCount).toBeGreaterThanOrEqual(22)
  })

  it('keeps source and quality with each figure', async () => {
    const { municipality } =
      await api.data(`{ municipality(code: "2303") { name fullName county { name }
      december: population(on: "2021-12-31") { inhabitants quality source revision }
      november: population(on: "2021-11-01") { inhabitants quality note }
      none: population(on: "1999-12-31") { inhabitants } } }`)
    expect(municipality).toMatchObject({
      name: 'Ragunda',
      fullName: 'Ragunda kommun',
      county: { name: 'Jämtlands län' },
      december: { inhabitants: 5210, quality: 'DERIVED', revision: 1 },
      november: { inhabitants: 5214, quality: 'SECONDARY', note: expect.stringContaining('131') },
      none: null,
    })
  })

  it('orders names as Swedish does, filters by county and name', async () => {
    const { municipalities } = await api.data(
      `{ municipalities(filter: { countyCode: "23" }, orderBy: { field: NAME }) { nodes { name } } }`,
    )
    expect(municipalities.nodes.map((one: Loose) => one.name)).toEqual([
      'Berg',
      'Bräcke',
      'Härjedalen',
      'Krokom',
      'Ragunda',
      'Strömsund',
      'Åre',
      'Östersund',
    ])
    const found = await api.data(
      `{ municipalities(filter: { nameContains: "ÖSTER" }, orderBy: { field: NAME, direction: DESC }) { nodes { name } } }`,
    )
    expect(found.municipalities.nodes.map((one: Loose) => one.name)).toContain('Östersund')
  })

  it('pages forwards and backwards without gap or overlap', async () => {
    const all = (await api.data(`{ municipalities { nodes { code } } }`)).municipalities.nodes.map(
      (one: Loose) => one.code,
    )
    const page = `query ($first: Int, $after: String, $last: Int, $before: String) {
      municipalities(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`
    const forwards: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { municipalities }: Loose = await api.data(page, { first: 97, after })
      forwards.push(...municipalities.edges.map((edge: Loose) => edge.node.code))
      after = municipalities.pageInfo.endCursor
      more = municipalities.pageInfo.hasNextPage
    }
    expect(forwards).toEqual(all)
    const backwards: string[] = []
    for (let before: string | null = null, more = true; more;) {
      const { municipalities }: Loose = await api.data(page, { last: 97, before })
      backwards.unshift(...municipalities.edges.map((edge: Loose) => edge.node.code))
      before = municipalities.pageInfo.startCursor
      more = municipalities.pageInfo.hasPreviousPage
    }
    expect(backwards).toEqual(all)
  })

  it.each([
    ['{ municipalities(first: -1) { totalCount } }', 'BAD_INPUT'],
    ['{ municipalities(first: 1001) { totalCount } }', 'BAD_INPUT'],
    ['{ municipalities(after: "nonsense") { totalCount } }', 'BAD_INPUT'],
    ['{ node(id: "nonsense") { id } }', 'BAD_INPUT'],
    [
      '{ municipality(code: "2303") { population(on: "2021-02-30") { inhabitants } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('refuses %s with %s', async (query, code) => {
    expect(await api.code(query)).toBe(code)
  })
})

describe('node', () => {
  it('finds everything that has an id, by that id', async () => {
    const { jointService, municipality } = await api.data(`{
      municipality(code: "2303") { id population(on: "2021-12-31") { id } }
      jointService(slug: "familjehemscentrum") { id
        agreements { id defaultKey { id } participations { id } }
        budget(year: 2022) { id keys { id } lines { id } changes { nodes { id } } } } }`)
    const [agreement] = jointService.agreements
    const { budget } = jointService
    const ids = {
      Municipality: municipality.id,
      PopulationFigure: municipality.population.id,
      JointService: jointService.id,
      Agreement: agreement.id,
      DistributionKey: budget.keys[0].id,
      Participation: agreement.participations[0].id,
      Budget: budget.id,
      BudgetLine: budget.lines[0].id,
      Change: budget.changes.nodes[0].id,
    }
    for (const [type, id] of Object.entries(ids)) {
      const { node } = await api.data(`query ($id: ID!) { node(id: $id) { id __typename } }`, {
        id,
      })
      expect(node).toEqual({ id, __typename: type })
    }
  })
})

describe('agreements', () => {
  it('tells of the agreement of § 48', async () => {
    const { jointService } =
      await api.data(`{ jointService(slug: "familjehemscentrum") { name body agreements {
      validFrom validTo noticePeriod decision weighsPartYear
      defaultKey { shareStep bases { kind on percent } }
      participations { from to municipality { name } } } } }`)
    expect(jointService.agreements).toMatchObject([
      {
        validFrom: '2022-01-01',
        validTo: null,
        noticePeriod: 'P1Y',
        decision: 'SocSam 2021-10-08 § 48',
        defaultKey: {
          shareStep: 'TENTH',
          bases: [{ kind: 'POPULATION', on: '2021-12-31', percent: 100 }],
        },
      },
    ])
    expect(jointService.agreements[0].participations).toHaveLength(7)
  })
})

describe('errors', () => {
  it('masks what is unforeseen under an incident id and shows nothing of it', async () => {
    const { em } = api.app.orm
    await em.getConnection().execute('alter table joint_service rename to elsewhere')
    const { errors } = await api.send('{ jointServices { totalCount } }')
    await em.getConnection().execute('alter table elsewhere rename to joint_service')
    expect(errors![0]!.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      incident: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(errors![0]!.message).toContain(errors![0]!.extensions.incident)
    expect(JSON.stringify(errors)).not.toContain('joint_service')
  })

  it('answers null where there is none', async () => {
    const data = await api.data(
      `{ jointService(slug: "finns-inte") { id } municipality(code: "9999") { id } }`,
    )
    expect(data).toEqual({ jointService: null, municipality: null })
  })
})
