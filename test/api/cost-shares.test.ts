import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { compareAll } from './compare-shares.ts'
import { average, kronor, ore, readRows } from './fold-shares.ts'
import { addBudgets, chanceFrom, editByChance } from './many-budgets.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
  await addBudgets(api, chanceFrom(7))
})
afterAll(() => api[Symbol.asyncDispose]())

describe('lists, sums and groups follow every edit', () => {
  it.each([1, 2])('and equal a fold over all budgets, round %i', async (round) => {
    await editByChance(api, chanceFrom(round))
    await compareAll(api)
  })

  it('and a population that is corrected', async () => {
    const figure = (
      await api.data('{ municipality(code: "2303") { population(on: "2021-12-31") { revision } } }')
    ).municipality.population
    const input = `clientMutationKey: "0d0c6f4c-55cb-4ff2-9d3e-1d2e8a3f1b01", figures: [{ municipalityCode: "2303",
      on: "2021-12-31", inhabitants: 6210, source: "Prov", basedOnRevision: ${figure.revision} }]`
    const { setPopulations } = await api.data(
      `mutation { setPopulations(input: { ${input} }) { applied } }`,
    )
    expect(setPopulations.applied).toBe(true)
    await compareAll(api)
  })

  it('and a participation that ends in the middle of a year', async () => {
    const { jointService } = await api.data(
      '{ jointService(slug: "ol") { agreements { id version participations { id from municipality { code } } } } }',
    )
    const [{ id, version, participations }] = jointService.agreements
    const last = participations.at(-1)
    const edit = `participationId: "${last.id}", from: "${last.from}", to: "2023-06-30"`
    const shares = (filter: string): string =>
      `{ costShares(filter: { ${filter} }) { aggregate { amount { sum } } } }`
    const own = shares(
      `jointServiceSlugs: ["ol"], years: [2023], municipalityCodes: ["${last.municipality.code}"]`,
    )
    const before = await api.data(own)
    const { editAgreement } = await api.data(
      `mutation { editAgreement(input: { agreementId: "${id}", version: ${version},
        clientMutationKey: "c2a0b9a7-0f2f-4a39-9c5e-6a1f7d2b8e44", edits: [{ setParticipation: { ${edit} } }] }) {
        applied problems { code } } }`,
    )
    expect(editAgreement).toEqual({ applied: true, problems: [] })
    expect(await api.data(own)).not.toEqual(before)
    await compareAll(api)
  })

  it('whoever asks first, and however many at once', async () => {
    await api.app.orm.em.getConnection().execute('delete from cost_share')
    await api.app.orm.em.getConnection().execute('delete from line_figures')
    await api.app.orm.em.getConnection().execute('delete from budget_figures')
    const sums = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        api.data(`{ costShares { aggregate { count amount { sum } } } } # ${index}`),
      ),
    )
    const { shares } = await readRows(api)
    expect(sums[0].costShares.aggregate.count).toBe(shares.length)
    for (const sum of sums) expect(sum).toEqual(sums[0])
  })

  it('and what another process has written', async () => {
    const connection = api.app.orm.em.getConnection()
    const before = (await api.data('{ costShares { aggregate { amount { sum } } } }')).costShares
    await connection.execute('update cost_share set amount = amount + 1')
    await connection.execute('update budget_figures set method = 0')
    const again = await api.data('{ costShares { aggregate { count amount { sum } } } }')
    // a copy that is made anew takes over what its digest says is right, so the digests must go too
    expect(again.costShares.aggregate.amount.sum).not.toBe(before.aggregate.amount.sum)
    await connection.execute(`update line_figures set digest = ''`)
    await connection.execute('update budget_figures set method = 0')
    await compareAll(api)
  })
})

describe('a list of shares', () => {
  const list = async (args: string, fields: string): Promise<Loose> =>
    (await api.data(`{ costShares${args} { ${fields} } }`)).costShares

  it('is ordered by several fields, as Swedish orders names', async () => {
    const { shares } = await readRows(api)
    const { nodes } = await list(
      '(orderBy: [{ field: MUNICIPALITY_NAME, direction: DESC }, { field: SECTION }, { field: AMOUNT, direction: DESC }])',
      'nodes { amount municipality { name } line { section } }',
    )
    const { compare } = new Intl.Collator('sv')
    const expected = shares.toSorted(
      (a, b) =>
        compare(b.municipality.name, a.municipality.name) ||
        compare(a.line.section, b.line.section) ||
        (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0),
    )
    expect(
      nodes.map((node: Loose) => [node.municipality.name, node.line.section, node.amount]),
    ).toEqual(expected.map((row) => [row.municipality.name, row.line.section, kronor(row.amount)]))
  })

  it('is paged both ways, and its sums ignore the page', async () => {
    const all = await list('', 'totalCount nodes { id } aggregate { count }')
    const page =
      'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } aggregate { count }'
    const first = await list('(first: 5)', page)
    const next = await list(`(first: 5, after: "${first.pageInfo.endCursor}")`, page)
    const last = await list('(last: 5)', page)
    const before = await list(`(last: 5, before: "${last.pageInfo.startCursor}")`, page)
    const ids = ({ edges }: Loose): string[] => edges.map(({ node }: Loose) => node.id)
    const wanted = all.nodes.map(({ id }: Loose) => id)
    expect([...ids(first), ...ids(next)]).toEqual(wanted.slice(0, 10))
    expect([...ids(before), ...ids(last)]).toEqual(wanted.slice(-10))
    expect([first.pageInfo.hasPreviousPage, first.pageInfo.hasNextPage]).toEqual([false, true])
    expect(last.pageInfo.hasNextPage).toBe(false)
    for (const { aggregate } of [first, next, last]) expect(aggregate.count).toBe(all.totalCount)
  })

  it('is chosen by municipality and county', async () => {
    const { shares } = await readRows(api)
    const some = await list('(filter: { municipalityCodes: ["2303", "2321"] })', 'totalCount')
    expect(some.totalCount).toBe(shares.filter(({ code }) => /23(03|21)/.test(code)).length)
    const none = await list('(filter: { countyCodes: ["01"] })', 'totalCount sumOk')
    expect(none).toEqual({ totalCount: 0, sumOk: true })
    const county = await list('(filter: { countyCodes: ["23"] })', 'totalCount')
    expect(county.totalCount).toBe(shares.length)
  })

  it('finds a share again by its id', async () => {
    const { nodes } = await list('(first: 1)', 'nodes { id amount line { id } budget { id } }')
    const { budget, line } = nodes[0]
    const [share] = (
      await api.data(`{ node(id: "${line.id}") { ... on BudgetLine { shares { id } } } }`)
    ).node.shares
    expect(share.id).toBe(nodes[0].id)
    const found = (await api.data(`{ node(id: "${share.id}") { id ... on CostShare { amount } } }`))
      .node
    expect(found).toEqual({ id: share.id, amount: nodes[0].amount })
    const total = (
      await api.data(
        `{ node(id: "${budget.id}") { ... on Budget { shares { id line { id } budget { id } } } } }`,
      )
    ).node.shares[0]
    expect(total).toMatchObject({ line: null, budget: { id: budget.id } })
    expect(total.id).not.toBe(share.id)
    expect((await api.data(`{ node(id: "${total.id}") { id } }`)).node).toEqual({ id: total.id })
  })
})

describe('groups of shares', () => {
  const groups = async (args: string, fields: string): Promise<Loose[]> =>
    (await api.data(`{ costShares { groupBy(${args}) { ${fields} } } }`)).costShares.groupBy

  it('have only what the conditions let through, in order, and no more than asked for', async () => {
    const fields = 'municipality { code } year aggregate { count amount { sum min max average } }'
    const by = 'fields: [MUNICIPALITY, YEAR]'
    const all = await groups(by, fields)
    const [some] = all
      .toSorted((a, b) =>
        ore(a.aggregate.amount.average) < ore(b.aggregate.amount.average) ? -1 : 1,
      )
      .slice(3)
    const { sum, min, max, average: mean } = some.aggregate.amount
    const conditions: [string, (one: Loose) => boolean][] = [
      [`average: { equals: "${mean}" }`, (one) => one.amount.average === mean],
      [`average: { atLeast: "${mean}" }`, (one) => ore(one.amount.average) >= ore(mean)],
      [`sum: { greaterThan: "${sum}" }`, (one) => ore(one.amount.sum) > ore(sum)],
      [
        `min: { lessThan: "${min}" }, max: { atMost: "${max}" }`,
        (one) => ore(one.amount.min) < ore(min) && ore(one.amount.max) <= ore(max),
      ],
      [
        `count: { atLeast: ${some.aggregate.count}, lessThan: 1000 }`,
        (one) => one.count >= some.aggregate.count,
      ],
    ]
    for (const [having, holds] of conditions)
      expect(await groups(`${by}, having: { ${having} }`, fields), having).toEqual(
        all.filter(({ aggregate }) => holds(aggregate)),
      )
    const largest = await groups(
      `${by}, orderBy: [{ field: SUM, direction: DESC }], first: 3`,
      fields,
    )
    expect(largest).toEqual(
      all
        .toSorted((a, b) => Number(ore(b.aggregate.amount.sum) - ore(a.aggregate.amount.sum)))
        .slice(0, 3),
    )
  })

  it('tell kronor per inhabitant, of the end of the year before unless a date is given', async () => {
    const fields =
      'municipality { code } year inhabitants perInhabitant aggregate { amount { sum } } then: inhabitants(on: "2022-12-31")'
    const all = await groups(
      'fields: [MUNICIPALITY, YEAR], orderBy: [{ field: PER_INHABITANT }]',
      fields,
    )
    const own = all.find(({ municipality, year }) => municipality.code === '2380' && year === 2022)
    expect([own.inhabitants, own.then]).toEqual([64324, 64714])
    for (const { aggregate, inhabitants, perInhabitant } of all)
      expect(perInhabitant).toBe(kronor(average(ore(aggregate.amount.sum), BigInt(inhabitants))))
    const each = all.map(({ perInhabitant }) => ore(perInhabitant))
    expect(each).toEqual(each.toSorted((a, b) => Number(a - b)))
    const without = await groups('fields: [MUNICIPALITY]', fields)
    expect(
      without.map(({ inhabitants, perInhabitant, year }) => [inhabitants, perInhabitant, year])[0],
    ).toEqual([null, null, null])
  })
})
