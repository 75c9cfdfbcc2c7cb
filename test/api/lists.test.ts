import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
  const input = { jointServiceSlug: 'familjehemscentrum', year: 2023, title: 'Budget 2023 för Åre' }
  await api.data(
    'mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }',
    { input },
  )
})
afterAll(() => api[Symbol.asyncDispose]())

/** Lists with an order whose first entries tell it apart; `field` is what is read of each entry. */
const lists = [
  ['municipalities', '{ field: COUNTY }', '{ countyCodes: ["23", "22"] }', 'code'],
  ['populationFigures', '[{ field: INHABITANTS }]', '{ countyCodes: ["23"] }', 'id'],
  ['jointServices', '[{ field: BODY }]', '{ nameContains: "HEM" }', 'id'],
  ['agreements', '[{ field: VALID_TO }, { field: TITLE }]', '{ on: "2023-01-01" }', 'id'],
  ['participations', '[{ field: TO }, { field: FROM }]', '{ countyCodes: ["23"] }', 'id'],
  [
    'budgets',
    '[{ field: JOINT_SERVICE }, { field: YEAR }]',
    '{ municipalityCodes: ["2303"] }',
    'id',
  ],
  ['changes', '[{ field: ACTOR }, { field: ENTITY }]', '{ entities: ["BudgetLine"] }', 'id'],
] as const

interface Page {
  readonly totalCount: number
  readonly nodes: Loose[]
  readonly edges: { cursor: string; node: Loose }[]
  readonly pageInfo: Readonly<Record<string, string | boolean>>
}

async function page(
  list: string,
  order: string,
  filter: string,
  field: string,
  paging: string,
): Promise<Page> {
  const data =
    await api.data(`{ ${list}(orderBy: ${order}, filter: ${filter}, ${paging}) { totalCount
    nodes { ${field} } edges { cursor node { ${field} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`)
  return data[list] as Page
}

describe.each(lists)('%s', (list, order, filter, field) => {
  it('has pages forwards and backwards without gap or overlap, and counts whatever the page', async () => {
    const all = await page(list, order, filter, field, 'first: 1000')
    expect(all.nodes).toHaveLength(all.totalCount)
    expect(all.totalCount).toBeGreaterThan(0)
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false })
    const size = Math.max(1, Math.ceil(all.totalCount / 3))
    const [forwards, backwards]: Loose[][] = [[], []]
    for (let after = '', more = true; more;) {
      const one = await page(list, order, filter, field, `first: ${size}${after}`)
      forwards!.push(...one.edges.map(({ node }) => node))
      expect(one.totalCount).toBe(all.totalCount)
      after = `, after: "${String(one.pageInfo['endCursor'])}"`
      more = one.pageInfo['hasNextPage'] as boolean
    }
    for (let before = '', more = true; more;) {
      const one = await page(list, order, filter, field, `last: ${size}${before}`)
      backwards!.unshift(...one.nodes)
      before = `, before: "${String(one.pageInfo['startCursor'])}"`
      more = one.pageInfo['hasPreviousPage'] as boolean
    }
    expect(forwards).toEqual(all.nodes)
    expect(backwards).toEqual(all.nodes)
  })

  it('can be had the other way round', async () => {
    const descending = order.replaceAll(' }', ', direction: DESC }')
    const up = await page(list, order, filter, field, 'first: 1000')
    const down = await page(list, descending, filter, field, 'first: 1000')
    const sorted = (nodes: Loose[]): string[] => nodes.map((node) => String(node[field])).toSorted()
    expect(sorted(down.nodes)).toEqual(sorted(up.nodes))
    if (list === 'populationFigures' || list === 'budgets') expect(down.nodes).not.toEqual(up.nodes)
  })

  it('tells of a page that lies beyond the end, and of one that nobody looks into', async () => {
    const beyond = Buffer.from('at:99999').toString('base64url')
    const none = await page(list, order, filter, field, `first: 5, after: "${beyond}"`)
    expect(none).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, startCursor: null } })
    const { [list]: counted } = await api.data(`{ ${list}(filter: ${filter}) { totalCount } }`)
    expect(counted.totalCount).toBe(none.totalCount)
    expect(await api.code(`{ ${list}(first: 1001) { totalCount } }`)).toBe('BAD_INPUT')
  })
})

/** How many entries a filter lets through. */
async function count(list: string, filter: string): Promise<number> {
  const data = await api.data(`{ ${list}(filter: ${filter}) { totalCount } }`)
  return (data[list] as Page).totalCount
}

describe('filters', () => {
  test.each([
    ['municipalities', '{ codes: [] }', 0],
    ['municipalities', '{ countyCodes: ["23"], nameContains: "BR" }', 1],
    [
      'municipalities',
      '{ jointServiceSlugs: ["familjehemscentrum"], participatesOn: "2022-01-01" }',
      7,
    ],
    ['municipalities', '{ participatesOn: "2021-12-31" }', 0],
    ['jointServices', '{ slugs: ["familjehemscentrum"], bodies: ["SocSam"] }', 1],
    ['jointServices', '{ municipalityCodes: ["2303"], participatesOn: "2022-06-03" }', 1],
    ['jointServices', '{ municipalityCodes: ["2326"] }', 0], // Berg is no party
    ['agreements', '{ on: "2021-12-31" }', 0],
    ['agreements', '{ untilFurtherNotice: true, noticePeriods: ["P1Y"] }', 1],
    ['agreements', '{ untilFurtherNotice: false }', 0],
    ['agreements', '{ municipalityCodes: ["2326"] }', 0],
    [
      'agreements',
      '{ startsFrom: "2022-01-01", startsTo: "2022-01-01", titleContains: "FAMILJE" }',
      1,
    ],
    ['participations', '{ municipalityCodes: ["2303", "2326"], on: "2022-01-01" }', 1],
    ['participations', '{ jointServiceSlugs: [] }', 0],
    ['participations', '{ untilFurtherNotice: false }', 0],
    ['participations', '{ startsFrom: "2022-01-02" }', 0],
    ['budgets', '{ year: 2022 }', 1],
    ['budgets', '{ years: [2022, 2023], jointServiceSlugs: ["familjehemscentrum"] }', 2],
    ['budgets', '{ fromYear: 2023, toYear: 2030, states: [DRAFT] }', 1],
    ['budgets', '{ municipalityCodes: ["2326"] }', 0],
    ['budgets', '{ municipalityCodes: [] }', 0],
    ['budgets', '{ titleContains: "budget 2023" }', 1],
    ['budgets', '{ titleContains: "%" }', 0], // a text, no pattern
    ['populationFigures', '{ municipalityCodes: ["2303"], on: "2021-12-31" }', 1],
    ['populationFigures', '{ dates: ["2021-12-31", "2021-11-01"], countyCodes: ["23"] }', 16],
    ['populationFigures', '{ latest: true }', 290],
    ['populationFigures', '{ latest: true, to: "1999-12-31" }', 0],
    [
      'populationFigures',
      '{ latest: true, to: "2019-12-31", toInhabitants: 2500, countyCodes: ["24"] }',
      2, // Bjurholm and Sorsele
    ],
    ['populationFigures', '{ on: "2021-11-01", qualities: [PUBLISHED] }', 0],
    ['changes', '{ actors: ["UGVyc29uOmluZ2Vu"] }', 0], // Person:ingen
    ['changes', '{ entities: ["Budget"], fields: ["+"] }', 2],
    [
      'changes',
      '{ reasonContains: "SOCSAMS PROTOKOLL", fields: ["+"], entities: ["BudgetLine"] }',
      5,
    ],
    ['changes', '{ jointServiceSlugs: ["finns-inte"] }', 0],
    ['changes', '{ to: "2000-01-01T00:00:00Z" }', 0],
  ])('%s %s: %i', async (list, filter, expected) => {
    expect(await count(list, filter)).toBe(expected)
  })

  it.each(['för åre', 'FÖR ÅRE', 'För Åre'])(
    'look for a text whatever its case: %s',
    async (text) => expect(await count('budgets', `{ titleContains: "${text}" }`)).toBe(1),
  )

  it('find the changes of a budget, all of them or some', async () => {
    const { jointService } =
      await api.data(`{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id sequence
      changes { totalCount } lines: changes(filter: { entities: ["BudgetLine"] }) { totalCount nodes { batch entityId } }
      newest: changes(orderBy: { field: SEQUENCE, direction: DESC }, first: 1) { nodes { sequence } } } } }`)
    const { id, sequence, changes, lines, newest } = jointService.budget
    expect(await count('changes', `{ budgetIds: ["${id}"] }`)).toBe(changes.totalCount)
    expect(lines.totalCount).toBe(5)
    const [{ batch, entityId }] = lines.nodes
    expect(await count('changes', `{ batches: ["${batch}"], entityIds: ["${entityId}"] }`)).toBe(1)
    expect(newest.nodes).toEqual([{ sequence }])
    expect(await count('changes', `{ budgetIds: ["${id}"], afterSequence: ${sequence - 1} }`)).toBe(
      1,
    )
    expect(await count('changes', `{ budgetIds: ["${id}"], beforeSequence: ${sequence} }`)).toBe(
      changes.totalCount - 1,
    )
  })
})
