// Expected: null, [] and 0, as for what never was; 401 UNAUTHENTICATED to strangers
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import type { Visitor } from '../visitor.ts'
import { type Beside, addBeside, answerTo, madeUp } from './beside.ts'
import { codeOf } from './mutate.ts'
import { canary } from './outside.ts'
import type { Ids } from './policy/ids.ts'

let api: Api
let beside: Beside
let readers: Record<string, Visitor>
beforeAll(async () => {
  api = await Api.start()
  beside = await addBeside(api)
  readers = {
    coordinator: api.visitor,
    'finance officer': await api.as('finance officer'),
    analyst: await api.as('analyst'),
  }
})
afterAll(() => api[Symbol.asyncDispose]())

const none = { totalCount: 0, nodes: [] }
const noMoney = { count: 0, amount: { sum: '0.00' } }
const sums = 'totalCount aggregate { count amount { sum } }'
const all = '... on Budget { title } ... on BudgetLine { description } ... on Agreement { title }'
const node = `{ node(id: "TRIED") { id ${all} } }`

const parts = [
  'service',
  'agreement',
  'participation',
  'budget',
  'key',
  'line',
  'share',
  'change',
] as const
type Read = [attack: string, query: string, tried: keyof Ids, data: object]

/** What is asked of another joint service, by what of it, and the data of the answer. */
const reads: readonly Read[] = [
  ['a budget by id', '{ budget(id: "TRIED") { title total } }', 'budget', { budget: null }],
  ['an agreement by id', '{ agreement(id: "TRIED") { title } }', 'agreement', { agreement: null }],
  [
    'a joint service by slug',
    '{ jointService(slug: "TRIED") { name } }',
    'slug',
    { jointService: null },
  ],
  [
    'a joint service under other names',
    '{ a: jointService(slug: "TRIED") { b: budget(year: 2022) { t: total } } c: jointService(slug: "TRIED") { name } }',
    'slug',
    { a: null, c: null },
  ],
  ...parts.map((what): Read => [`its ${what} as a node`, node, what, { node: null }]),
  [
    'many nodes at once',
    '{ nodes(ids: ["TRIED", "TRIED"]) { id } }',
    'budget',
    { nodes: [null, null] },
  ],
  [
    'budgets of the joint service',
    '{ budgets(filter: { jointServiceSlugs: ["TRIED"] }) { totalCount nodes { title } } }',
    'slug',
    { budgets: none },
  ],
  [
    'agreements of it',
    '{ agreements(filter: { jointServiceSlugs: ["TRIED"] }) { totalCount nodes { title } } }',
    'slug',
    { agreements: none },
  ],
  [
    'participants of it',
    '{ participations(filter: { jointServiceSlugs: ["TRIED"] }) { totalCount nodes { id } } }',
    'slug',
    { participations: none },
  ],
  [
    'joint services with its slug',
    '{ jointServices(filter: { slugs: ["TRIED"] }) { totalCount nodes { name } } }',
    'slug',
    { jointServices: none },
  ],
  [
    'lines of its budget',
    '{ budgetLines(filter: { budgetIds: ["TRIED"] }) { totalCount nodes { description } } }',
    'budget',
    { budgetLines: none },
  ],
  [
    'a line among all lines',
    `{ budgetLines(filter: { lineIds: ["TRIED"] }) { ${sums} } }`,
    'line',
    { budgetLines: { totalCount: 0, aggregate: noMoney } },
  ],
  [
    'sums of lines with its key',
    `{ budgetLines(filter: { keyIds: ["TRIED"] }) { ${sums} } }`,
    'key',
    { budgetLines: { totalCount: 0, aggregate: noMoney } },
  ],
  [
    'sums of its shares',
    `{ costShares(filter: { budgetIds: ["TRIED"] }) { ${sums} } }`,
    'budget',
    { costShares: { totalCount: 0, aggregate: noMoney } },
  ],
  [
    'groups of its shares',
    '{ costShares(filter: { jointServiceSlugs: ["TRIED"] }) { groupBy(fields: [MUNICIPALITY]) { aggregate { count } } } }',
    'slug',
    { costShares: { groupBy: [] } },
  ],
  [
    'changes of its budget',
    '{ changes(filter: { budgetIds: ["TRIED"] }) { totalCount nodes { before after reason } } }',
    'budget',
    { changes: none },
  ],
  [
    'changes of a line of it',
    '{ changes(filter: { entityIds: ["TRIED"] }) { totalCount nodes { before after reason } } }',
    'line',
    { changes: none },
  ],
]

describe.each(['coordinator', 'finance officer', 'analyst'])(
  'of another joint service, the %s is told nothing',
  (who) => {
    it.each(reads)('asking for %s', async (_attack, query, tried, data) => {
      const answer = await answerTo(readers[who]!, query, beside.ids[tried])
      expect(answer).toEqual({ data })
      expect(await answerTo(readers[who]!, query, madeUp(beside.ids[tried]))).toEqual(answer)
    })
  },
)

describe('nobody who has not signed in is told anything', () => {
  it.each(reads)('asking for %s', async (_attack, query, tried) => {
    const answer = await answerTo(beside.stranger, query, beside.ids[tried])
    expect(answer.data).toBeUndefined()
    expect(answer.errors.map(({ extensions }: Loose) => extensions.code)).toEqual([
      'UNAUTHENTICATED',
    ])
    expect(await answerTo(beside.stranger, query, madeUp(beside.ids[tried]))).toEqual(answer)
  })
})

describe('what is asked of everything', () => {
  const own = ['familjehemscentrum']

  it('holds no other joint service on a way by a municipality that is in both', async () => {
    const { municipality } = await api.data(
      `{ municipality(code: "2303") { jointServices { slug } participations { agreement { jointService { slug } } }
         latestPopulation { municipality { jointServices { slug agreements { title } } } } } }`,
    )
    const { jointServices, participations, latestPopulation } = municipality
    expect(jointServices.map(({ slug }: Loose) => slug)).toEqual(own)
    expect(participations.map(({ agreement }: Loose) => agreement.jointService.slug)).toEqual(own)
    expect(latestPopulation.municipality.jointServices.map(({ slug }: Loose) => slug)).toEqual(own)
  })

  it.each(['budgetLines', 'costShares'])('has no group of it: %s', async (list) => {
    const { [list]: found } = await api.data(
      `{ ${list} { groupBy(fields: [JOINT_SERVICE]) { jointService { slug } } } }`,
    )
    expect(found.groupBy.map(({ jointService }: Loose) => jointService.slug)).toEqual(own)
  })

  it.each([
    ['amount', '{ budgetLines(filter: { fromAmount: "7654321.00" }) { totalCount } }'],
    ['text', `{ budgetLines(filter: { textContains: "${canary}" }) { totalCount } }`],
    ['name of a key', `{ budgetLines(filter: { keyNames: ["${canary}"] }) { totalCount } }`],
    [
      'name',
      `{ budgetLines: jointServices(filter: { nameContains: "${canary}" }) { totalCount } }`,
    ],
    ['body', `{ budgetLines: jointServices(filter: { bodies: ["${canary}"] }) { totalCount } }`],
    ['title', `{ budgetLines: budgets(filter: { titleContains: "${canary}" }) { totalCount } }`],
  ])('is not found out by its %s', async (_by, query) => {
    expect((await api.data(query)).budgetLines.totalCount).toBe(0)
    expect((await beside.owner.send<Loose>(query)).data.budgetLines.totalCount).toBe(1)
  })

  it.each([
    ['amount', 'having: { sum: { atLeast: "7654321.00" } }'],
    ['the largest amount', 'having: { max: { atLeast: "7654321.00" } }'],
  ])('is not found out by %s of a group', async (_by, having) => {
    const query = `{ budgetLines { groupBy(fields: [YEAR], ${having}) { year } } }`
    expect((await api.data(query)).budgetLines.groupBy).toEqual([])
    const { data } = await beside.owner.send<Loose>(query)
    expect(data.budgetLines.groupBy).toEqual([{ year: 2022 }])
  })

  it('leads to nothing of it by a cursor from its own list', async () => {
    const query =
      'query ($after: String) { budgetLines(first: 50, after: $after) { pageInfo { startCursor } nodes { description } } }'
    const { data } = await beside.owner.send<Loose>(query)
    const after = data.budgetLines.pageInfo.startCursor
    const answer = await api.send(query, { after })
    expect(codeOf(answer)).toBe('BAD_INPUT')
    expect(JSON.stringify(answer)).not.toContain(canary)
  })
})

describe('an answer that is kept', () => {
  const query = '{ budgets { totalCount nodes { title total } } }'
  const ask = (visitor: Visitor, headers: Record<string, string> = {}): Promise<Response> =>
    visitor.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })

  it('to one person is not given to another, nor known to be the same by its tag', async () => {
    for (let round = 0; round < 2; round++) {
      const theirs = await ask(beside.owner)
      expect(await theirs.text()).toContain(canary)
      const etag = theirs.headers.get('etag')!
      for (const visitor of Object.values(readers)) {
        const answer = await ask(visitor, { 'if-none-match': etag })
        expect(answer.status).toBe(200)
        expect(await answer.text()).not.toContain(canary)
      }
      const stranger = await ask(beside.stranger, { 'if-none-match': etag })
      expect([stranger.status, stranger.headers.get('etag')]).toEqual([401, null])
    }
  })
})
