import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import type { Visitor } from '../visitor.ts'
import { addOutside, canary } from './outside.ts'
import { somebody } from './policy/whose.ts'

const home = 'familjehemscentrum'
const away = 'utanfor'

let api: Api
let awayCoordinator: Visitor
beforeAll(async () => {
  api = await Api.start()
  await addOutside(api)
  awayCoordinator = await somebody(api, [{ role: 'COORDINATOR', service: away }])
})
afterAll(() => api[Symbol.asyncDispose]())

describe('an administrator who is also an analyst of one joint service', () => {
  it('reads nothing with money in it of another', async () => {
    const both = await somebody(api, [{ role: 'ADMIN' }, { role: 'ANALYST', service: home }])
    const { data } = await both.send<Loose>(
      `{ jointService(slug: "${away}") { name budgets { title } budget(year: 2022) { title }
         agreements { title } participants { name } } }`,
    )
    expect(data.jointService).toEqual({
      name: canary,
      budgets: [],
      budget: null,
      agreements: [],
      participants: [],
    })
  })
})

describe('who takes part in another joint service', () => {
  it.each([
    `filter: { jointServiceSlugs: ["${home}"] }`,
    `filter: { jointServiceSlugs: ["${home}"], participatesOn: "2023-01-01" }`,
  ])('is not told by municipalities(%s)', async (filter) => {
    const { data } = await awayCoordinator.send<Loose>(
      `{ municipalities(${filter}) { totalCount } }`,
    )
    expect(data.municipalities.totalCount).toBe(0)
  })

  it('is told of one’s own', async () => {
    const { data } = await awayCoordinator.send<Loose>(
      `{ municipalities(filter: { jointServiceSlugs: ["${away}"] }) { nodes { code } } }`,
    )
    expect(data.municipalities.nodes.map(({ code }: Loose) => code)).toEqual(['2303', '2380'])
  })
})

describe('a number of inhabitants that another joint service uses too', () => {
  const on = '2021-12-31'
  const municipalityCode = '2380'
  const figureOf = async (): Promise<Loose> =>
    (
      await api.data(
        `{ municipality(code: "${municipalityCode}") { population(on: "${on}") { inhabitants revision } } }`,
      )
    ).municipality.population

  it('is set by no co-ordinator of one of them, outside a budget or in one', async () => {
    const before = await figureOf()
    const figure = {
      municipalityCode,
      on,
      inhabitants: 10,
      source: 'Påhittad',
      basedOnRevision: before.revision,
    }
    const { data } = await awayCoordinator.send<Loose>(
      `{ jointService(slug: "${away}") { budget(year: 2022) { id rights { figuresOf { code } } } } municipality(code: "${municipalityCode}") { maySetPopulation } }`,
    )
    expect(data.jointService.budget.rights.figuresOf).toEqual([])
    expect(data.municipality.maySetPopulation).toBe(false)
    const tries = [
      ['SetPopulationsInput', 'setPopulations', { figures: [figure] }],
      [
        'EditBudgetInput',
        'editBudget',
        { budgetId: data.jointService.budget.id, edits: [{ setPopulation: figure }] },
      ],
    ] as const
    for (const [type, mutation, input] of tries) {
      const { errors } = await awayCoordinator.send<Loose>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { applied } }`,
        { input: { ...input, clientMutationKey: randomUUID() } },
      )
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
    expect(await figureOf()).toEqual(before)
  })

  it('is set by the municipality’s own finance officer, and by whoever co-ordinates both', async () => {
    const officer = await somebody(api, [
      { role: 'FINANCE_OFFICER', service: home, municipality: municipalityCode },
    ])
    const ofBoth = await somebody(api, [
      { role: 'COORDINATOR', service: home },
      { role: 'COORDINATOR', service: away },
    ])
    for (const visitor of [officer, ofBoth]) {
      const { revision, inhabitants } = await figureOf()
      const figure = {
        municipalityCode,
        on,
        inhabitants: inhabitants + 1,
        source: 'SCB',
        basedOnRevision: revision,
      }
      const { data } = await visitor.send<Loose>(
        'mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }',
        { input: { figures: [figure], clientMutationKey: randomUUID() } },
      )
      expect(data.setPopulations.applied).toBe(true)
    }
  })
})

describe('a query that is to become a table', () => {
  const bomb = Array.from(
    { length: 16 },
    (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
  )
  const query = `{ ...F0 } ${bomb.join(' ')} fragment F16 on Query { populationDates }`
  const wide = `{ ${'installation { demo } '.repeat(2000)} }`

  it.each([
    ['a fragment bomb', query],
    ['2 000 duplicate fields', wide],
  ])('is within the limits of documents when it is only outlined: %s', async (_what, text) => {
    const { data } = await api.send<Loose>(
      'query ($query: String!) { tableOutline(query: $query) { problem { code } } }',
      { query: text },
    )
    expect(data.tableOutline.problem.code).toBe('NOT_VALID')
    const saved = await api.send<Loose>(
      'mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id } problem { code } } }',
      { input: { name: 'Bomb', query: text.slice(0, 19_000) } },
    )
    expect(saved.data?.saveView?.view ?? null).toBeNull()
  })
})

describe('a file', () => {
  const many = (): FormData => {
    const form = new FormData()
    form.set(
      'operations',
      JSON.stringify({
        query: 'query ($file: Upload!) { checkWorkbook(file: $file) { __typename } }',
        variables: { file: null },
      }),
    )
    form.set('map', JSON.stringify({ file: ['variables.file'] }))
    form.set('file', new Blob(['x']), 'x.xlsx')
    for (let part = 0; part < 200; part++) form.set(`part${part}`, 'x')
    return form
  }

  it('is not read from somebody who has not signed in', async () => {
    const response = await fetch(`${api.address}/graphql`, { method: 'POST', body: many() })
    expect(response.status).toBe(401)
    expect((await response.json()).errors[0].extensions.code).toBe('UNAUTHENTICATED')
  })

  it('does not come among a great many parts', async () => {
    const response = await api.fetch('/graphql', { method: 'POST', body: many() })
    expect(response.status).toBe(413)
  })
})
