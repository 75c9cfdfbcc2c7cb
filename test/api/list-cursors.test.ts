import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { addBudgets, chanceFrom, edit } from './many-budgets.ts'

// Pages of `budgetLines` and `costShares` while the sheets are edited.

let api: Api
beforeAll(async () => {
  api = await Api.start()
  await addBudgets(api, chanceFrom(3), 6)
})
afterAll(() => api[Symbol.asyncDispose]())

const orders = [
  '[]',
  '[{ field: SECTION, direction: DESC }, { field: YEAR }]',
  '[{ field: JOINT_SERVICE, direction: DESC }, { field: AMOUNT }, { field: SHEET, direction: DESC }]',
  '[{ field: YEAR }, { field: DESCRIPTION, direction: DESC }]',
]
const ofShares = '[{ field: MUNICIPALITY_NAME, direction: DESC }, { field: LINE_AMOUNT }]'
const ofLines = '[{ field: WORKLOAD, direction: DESC }, { field: DIFFERENCE }]'
const lists = [
  ...[...orders, ofShares, '[{ field: MUNICIPALITY_CODE, direction: DESC }]'].map((order) => [
    'costShares',
    order,
  ]),
  ...[...orders, ofLines].map((order) => ['budgetLines', order]),
] as [string, string][]

const pageFields =
  'nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

async function page(list: string, args: string, fields = pageFields): Promise<Loose> {
  return (await api.data(`{ ${list}(${args}) { ${fields} } }`))[list]
}

const idsOf = ({ nodes }: Loose): string[] => nodes.map(({ id }: Loose) => id)

/** Every id on the way through a list, in the order of the list. */
async function readAll(
  list: string,
  order: string,
  size: number,
  options: { backward?: boolean; between?: (last: Loose) => Promise<void> } = {},
): Promise<string[]> {
  const { backward = false, between } = options
  const [most, from, cursor, more] = backward
    ? ['last', 'before', 'startCursor', 'hasPreviousPage']
    : ['first', 'after', 'endCursor', 'hasNextPage']
  const ids: string[] = []
  for (let where = ''; ;) {
    const one = await page(list, `orderBy: ${order}, ${most}: ${size}${where}`)
    const back = backward ? 'hasNextPage' : 'hasPreviousPage'
    expect(one.pageInfo[back]).toBe(where !== '')
    if (backward) ids.unshift(...idsOf(one))
    else ids.push(...idsOf(one))
    if (!one.pageInfo[more]) return ids
    await between?.(one)
    where = `, ${from}: "${one.pageInfo[cursor]}"`
  }
}

describe.each(lists)('%s by %s', (list, order) => {
  it('is the same in pages, forwards and backwards, and whole', async () => {
    const all = await page(list, `orderBy: ${order}`, 'totalCount nodes { id }')
    expect(all.nodes).toHaveLength(all.totalCount)
    const size = Math.ceil(all.totalCount / 7)
    expect(await readAll(list, order, size)).toEqual(idsOf(all))
    expect(await readAll(list, order, size, { backward: true })).toEqual(idsOf(all))
  })

  it('can be cut on both sides, at its beginning and at its end', async () => {
    const all = await page(list, `orderBy: ${order}`)
    const ids = idsOf(all)
    const [after, before] = [all.edges[2].cursor, all.edges[9].cursor] as string[]
    const cut = `orderBy: ${order}, after: "${after}", before: "${before}"`
    expect(idsOf(await page(list, cut))).toEqual(ids.slice(3, 9))
    expect(idsOf(await page(list, `${cut}, first: 4, last: 2`))).toEqual(ids.slice(5, 7))
    const last = await page(list, `${cut}, last: 3`)
    expect(idsOf(last)).toEqual(ids.slice(6, 9))
    expect(last.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
    const none = await page(list, `orderBy: ${order}, after: "${all.pageInfo.endCursor}"`)
    expect(none).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    })
  })
})

describe('while lines come, go and move', () => {
  /** The budget of a line, and the lines of the line's section. */
  const sectionOf = async (lineId: string): Promise<[string, Loose[]]> => {
    const { budgets } = await api.data('{ budgets { nodes { id lines { id version section } } } }')
    const found = budgets.nodes.find(({ lines }: Loose) =>
      lines.some(({ id }: Loose) => id === lineId),
    )
    const { section } = found.lines.find(({ id }: Loose) => id === lineId)
    return [found.id, found.lines.filter((line: Loose) => line.section === section)]
  }

  it.each([
    ['costShares', false],
    ['costShares', true],
    ['budgetLines', false],
    ['budgetLines', true],
  ])(
    '%s has nothing twice, and misses nothing that stays (backward: %s)',
    async (list, backward) => {
      const stays = new Set(idsOf(await page(list, 'first: 1000')))
      const chance = chanceFrom(backward ? 21 : 22)
      const gone = new Set<string>()
      const between = async ({ nodes }: Loose): Promise<void> => {
        // in the section where the page ended: a line more before and after, and one less or in another place
        const last = ownLine((backward ? nodes[0] : nodes.at(-1)).id)
        const [budgetId, own] = await sectionOf(last)
        const here = own.find(({ id }) => id === last)!
        const other = chance(2) === 0 ? here : own[chance(own.length)]!
        const one = { lineId: other.id, version: other.version }
        const remove = chance(2) === 0
        gone.add(other.id)
        const add = (afterLineId: string): object => ({
          addLine: {
            fields: { description: 'Ny rad', amount: '7000.00', section: here.section },
            afterLineId,
          },
        })
        const afterLineId = (other === own[0] ? own.at(-1)! : own[0]!).id
        await edit(api, budgetId, [
          add(own[0]!.id),
          add(own.at(-1)!.id),
          remove || own.length < 2 ? { removeLine: one } : { moveLine: { ...one, afterLineId } },
        ])
      }
      const ids = await readAll(list, '[]', list === 'costShares' ? 31 : 5, { backward, between })
      // a line that was moved may be met again; what stays is met once, in its order
      const wanted = [...stays].filter((id) => !gone.has(ownLine(id)))
      expect(gone.size).toBeGreaterThan(2)
      expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted)
    },
  )
})

/** Global id of the line of a line or a share. */
function ownLine(globalId: string): string {
  const id = /:(?:line\/)?([0-9a-f-]{36})/.exec(Buffer.from(globalId, 'base64url').toString())![1]!
  return Buffer.from(`BudgetLine:${id}`).toString('base64url')
}

describe('a cursor', () => {
  it.each(['costShares', 'budgetLines'])(
    'of %s that is none, or of another list, is refused',
    async (list) => {
      const [{ cursor }] = (await page(list, 'first: 1')).edges as [{ cursor: string }]
      const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
      const changed = (index: number, value: unknown): string =>
        Buffer.from(JSON.stringify(parts.with(index, value))).toString('base64url')
      const bad = [
        'x',
        Buffer.from('at:3').toString('base64url'),
        ...[0, 1, 2, 3, 4, 5, 6].map((index) => changed(index, "' or 1 = 1")).toSpliced(4, 2),
        ...[4, 5].map((index) => changed(index, 1)),
        Buffer.from(JSON.stringify([...parts, 1])).toString('base64url'),
        (await page(list === 'costShares' ? 'budgetLines' : 'costShares', 'first: 1')).edges[0]
          .cursor,
        (await page(list, 'first: 1, orderBy: [{ field: SECTION }]')).edges[0].cursor,
      ]
      for (const after of bad)
        expect(await api.code(`{ ${list}(after: "${after}") { nodes { id } } }`), after).toBe(
          'BAD_INPUT',
        )
      expect(await api.code(`{ ${list}(after: "${cursor}") { nodes { id } } }`)).toBeUndefined()
    },
  )
})
