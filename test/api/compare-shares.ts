import { expect } from 'vitest'
import type { Api, Loose } from './api.ts'
import {
  type GroupField,
  type Row,
  aggregateFields,
  aggregateOf,
  filters,
  groupFields,
  groupsOf,
  readRows,
} from './fold-shares.ts'

const groupings: readonly GroupField[][] = [
  ['YEAR'],
  ['JOINT_SERVICE', 'YEAR'],
  ['SECTION', 'KIND'],
  ['KEY'],
  ['MONEY_SOURCE', 'BUDGET_STATE'],
  ['BUDGET', 'KEY', 'SECTION'],
  [],
]
const ofShares: readonly GroupField[][] = [
  ['MUNICIPALITY'],
  ['MUNICIPALITY', 'YEAR', 'JOINT_SERVICE'],
  ['COUNTY', 'SECTION'],
]

type Reader = Pick<Api, 'data'>

/** Everything that is worked out in the database, beside the same worked out by hand from all budgets. */
export async function compareAll(api: Reader): Promise<void> {
  const { lines, shares } = await readRows(api)
  expect(Math.min(lines.length, shares.length / 4)).toBeGreaterThan(40)
  await compareList(api, 'budgetLines', lines, groupings)
  await compareList(api, 'costShares', shares, [...groupings, ...ofShares])
}

let asked = 0

/** One request for each filter: the aggregate, the count, every entry in order, and every grouping. */
async function compareList(
  api: Reader,
  list: 'budgetLines' | 'costShares',
  rows: readonly Row[],
  wanted: readonly GroupField[][],
): Promise<void> {
  for (const [filter, holds] of filters) {
    const matching = rows.filter(holds)
    const groups = wanted.map(
      (fields, index) =>
        `g${index}: groupBy(fields: [${fields.join()}]) { ${fields.map((field) => groupFields[field][0]).join(' ')} ${aggregateFields} }`,
    )
    const answer = (
      await api.data(
        `{ list: ${list}(filter: { ${filter} }) { totalCount nodes { id } ${aggregateFields} ${groups.join(' ')} } } # ${asked++}`, // a text of its own: no kept answer
      )
    ).list
    const told = `${list} ${filter}`
    expect(answer.totalCount, told).toBe(matching.length)
    expect(ids(answer), told).toEqual(matching.slice(0, 1000).map(({ id }) => id))
    expect(answer.aggregate, told).toEqual(aggregateOf(matching))
    for (const [index, fields] of wanted.entries())
      compareGroups(answer[`g${index}`], matching, fields, told)
  }
}

function compareGroups(
  answer: Loose[],
  rows: readonly Row[],
  fields: readonly GroupField[],
  told: string,
): void {
  const expected = new Map(
    [...groupsOf(rows, fields)].map(([keys, some]) => [keys, aggregateOf(some)]),
  )
  if (fields.length === 0 && rows.length === 0) expected.set('{}', aggregateOf([]))
  const given = new Map(
    answer.map(({ aggregate, ...keys }) => [JSON.stringify(keys), aggregate as object]),
  )
  const sorted = (all: Map<string, object>): object =>
    [...all].toSorted(([a], [b]) => (a < b ? -1 : 1))
  expect(answer, told).toHaveLength(expected.size)
  expect(sorted(given), `${told} by ${fields.join()}`).toEqual(sorted(expected))
}

const ids = ({ nodes }: Loose): string[] => nodes.map(({ id }: Loose) => id)
