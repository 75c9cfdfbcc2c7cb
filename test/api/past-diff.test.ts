import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet, sendEdits } from './editing.ts'
import { type Remembered, Storm } from './past-storm.ts'

const amounts = `municipality { code } before after difference`
const figure = `{ id revision inhabitants }`
const line = `{ id place description amount }`
const fields = `fields { field before after }`
const diff = `query ($id: ID!, $from: BudgetMomentInput!, $to: BudgetMomentInput) {
  budgetDiff(id: $id, from: $from, to: $to) {
    from { sequence total } to { sequence total }
    totalBefore totalAfter differenceBefore differenceAfter ${fields}
    lines { lineId kind description before ${line} after ${line} ${fields} shares { ${amounts} } }
    keys { keyId kind name before { name } after { name } ${fields} }
    populations { municipality { code } on before ${figure} after ${figure} }
    participants { municipality { code } monthsBefore monthsAfter }
    municipalities { ${amounts} } } }`

let api: Api
let id: string
beforeAll(async () => {
  api = await Api.start()
  id = (await readSheet(api)).id
})
afterAll(() => api[Symbol.asyncDispose]())

const between = async (from: object, to?: object): Promise<Loose> =>
  (await api.data(diff, { id, from, to })).budgetDiff

/** "12600.00" in öre. */
const ore = (money: string | null): number => Math.round(Number(money ?? 0) * 100)
const sum = (some: Loose[], of: (one: Loose) => number): number =>
  some.reduce((all, one) => all + of(one), 0)

describe('what differs', () => {
  it('is what was typed, what was moved, and who bears how much more', async () => {
    const { sequence, lines, keys } = await readSheet(api)
    const [first, second] = lines
    const { id: lineId, version } = first
    await sendEdits(api, [
      { setLine: { lineId, version, fields: { note: 'Ny', description: 'Omdöpt' } } },
      { moveLine: { lineId, version, afterLineId: second.id } },
      { addLine: { fields: { description: 'Tillagd', amount: '1000.00' } } },
      { removeLine: { lineId: second.id, version: second.version } },
    ])
    const found = await between({ sequence })
    const kinds = found.lines.map((one: Loose) => [one.description, one.kind])
    expect(kinds).toEqual([
      ['Omdöpt', 'CHANGED'],
      ['Tillagd', 'ADDED'],
      [second.description, 'REMOVED'],
    ])
    const [changed, added, removed] = found.lines
    expect(changed.fields).toEqual([
      { field: 'place', before: changed.before.place, after: changed.after.place },
      { field: 'description', before: first.description, after: 'Omdöpt' },
      { field: 'note', before: first.note, after: 'Ny' },
    ])
    expect(added).toMatchObject({ before: null, fields: [], after: { amount: '1000.00' } })
    expect(added.shares.every(({ before }: Loose) => before === null)).toBe(true)
    expect(removed).toMatchObject({ after: null, before: { amount: second.amount } })
    expect(found.keys).toEqual([])
    expect(keys.length).toBeGreaterThan(0)
    expect(await between({ sequence }, { sequence })).toMatchObject({ lines: [], fields: [] })
  })

  it('is also a figure, and the shares of lines that nobody has touched', async () => {
    const { sequence, populations } = await readSheet(api)
    const { municipality, on, inhabitants, revision } = populations.at(-1)
    const set = { municipalityCode: municipality.code, on, basedOnRevision: revision }
    await sendEdits(api, [
      { setPopulation: { ...set, inhabitants: inhabitants * 2, source: 'Dubbelt' } },
    ])
    const found = await between({ sequence })
    expect(found.populations).toMatchObject([
      { municipality, on, before: { inhabitants }, after: { inhabitants: inhabitants * 2 } },
    ])
    expect(found.lines.length).toBeGreaterThan(1)
    expect(found.lines.every((one: Loose) => one.fields.length === 0)).toBe(true)
    expect(found.totalAfter).toBe(found.totalBefore)
  })

  it('is nothing to compare when there was no budget', async () => {
    expect(await between({ sequence: 0 })).toBeNull()
  })
})

describe('after a storm', () => {
  const remembered: Remembered[] = []
  beforeAll(async () => {
    const storm = new Storm(api, id, 7)
    remembered.push(await storm.remember())
    for (let batch = 0; batch < 40; batch++) {
      await storm.batch(remembered.at(-1)!.budget)
      remembered.push(await storm.remember())
    }
  })
  const pairs = (): [Remembered, Remembered][] =>
    [0, 5, 11, 17, 23, 31].map((at) => [remembered[at]!, remembered[(at * 7 + 9) % 40]!])

  it('every sum is exact, and what is told fits both states', async () => {
    for (const [a, b] of pairs()) {
      const found = await between({ sequence: a.sequence }, { sequence: b.sequence })
      expect(found.from.total).toBe(a.budget.total)
      expect([found.totalBefore, found.totalAfter]).toEqual([a.budget.total, b.budget.total])
      const shared = sum(found.municipalities, (one) => ore(one.difference))
      const left = ore(found.differenceAfter) - ore(found.differenceBefore)
      expect(shared + left).toBe(ore(found.totalAfter) - ore(found.totalBefore))
      for (const { municipality, difference } of found.municipalities) {
        const ofLines = found.lines.flatMap((one: Loose) =>
          one.shares.filter((share: Loose) => share.municipality.code === municipality.code),
        )
        expect(sum(ofLines, (share) => ore(share.difference))).toBe(ore(difference))
      }
    }
  })

  it('the other way round, every difference is the negative', async () => {
    for (const [a, b] of pairs()) {
      const there = await between({ sequence: a.sequence }, { sequence: b.sequence })
      const back = await between({ sequence: b.sequence }, { sequence: a.sequence })
      expect(inOrder(turned(back))).toEqual(inOrder(there))
    }
  })
})

const other: Readonly<Record<string, string>> = {
  ADDED: 'REMOVED',
  REMOVED: 'ADDED',
  before: 'after',
  after: 'before',
  monthsBefore: 'monthsAfter',
  monthsAfter: 'monthsBefore',
  totalBefore: 'totalAfter',
  totalAfter: 'totalBefore',
  differenceBefore: 'differenceAfter',
  differenceAfter: 'differenceBefore',
  from: 'to',
  to: 'from',
}

/** A diff as its other direction must be. */
function turned(value: Loose): Loose {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]: [string, Loose]) => {
    if (name === 'difference') return [name, (-ore(one) / 100 + 0).toFixed(2)]
    if (name === 'kind') return [name, other[one] ?? one]
    return [other[name] ?? name, turned(one)]
  })
  return Object.fromEntries(entries)
}

/** Lines and keys in an order that both directions have, and without what is told of the later state alone. */
function inOrder({ lines, keys, ...rest }: Loose): Loose {
  const sorted = (some: Loose[], id: string): Loose[] =>
    some.toSorted((a, b) => (a[id] < b[id] ? -1 : 1))
  return {
    ...rest,
    lines: sorted(lines, 'lineId').map((one) => ({ ...one, description: '' })),
    keys: sorted(keys, 'keyId').map((one) => ({ ...one, name: '' })),
  }
}
