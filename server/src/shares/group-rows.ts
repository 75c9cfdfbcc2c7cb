import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { GroupField } from './group-fields.ts'
import type { CountCondition, GroupConditions, MoneyCondition } from './having.ts'
import { type Join, type Part, type Source, part, statementOf } from './statement.ts'
import type { SumRow } from './sums.ts'

/** What a group is told apart by; undefined for what is not grouped by. */
export type GroupKeys = Readonly<Partial<Record<GroupField, string | number>>>

export interface GroupRow {
  readonly keys: GroupKeys
  readonly sums: SumRow
}

function keyColumn(field: GroupField, source: Source): [column: string, ...needs: Join[]] {
  switch (field) {
    case 'MUNICIPALITY':
      return ['s.municipality_code']
    case 'COUNTY':
      return ['m.county_code', 'm']
    case 'YEAR':
      return ['b.year', 'b']
    case 'JOINT_SERVICE':
      return ['b.joint_service_id', 'b']
    case 'BUDGET':
      return [source.budgetId]
    case 'BUDGET_STATE':
      return ['b.state', 'b']
    case 'SECTION':
      return ['l.section', 'l']
    case 'KEY':
      return ['k.name', 'k']
    case 'MONEY_SOURCE':
      return ['l.money_source', 'l']
    case 'KIND':
      return ['l.kind', 'l']
  }
}

export interface GroupsWanted {
  readonly source: Source
  /** Figures of a group. */
  readonly sums: readonly Part[]
  readonly where: readonly Part[]
  /** Each once. */
  readonly fields: readonly GroupField[]
  readonly having: GroupConditions | null | undefined
}

/** Groups in no particular order. */
export async function groupRows(
  em: EntityManager,
  { source, sums, where, fields, having }: GroupsWanted,
): Promise<GroupRow[]> {
  const keys = fields.map((field) => keyColumn(field, source))
  const rows = await em.execute<SumRow[]>(
    statementOf({
      source,
      columns: [
        ...keys.map(([column, ...needs], index) => part(`${column} as g${index}`, ...needs)),
        ...sums,
      ],
      where,
      groupBy: keys.map(([column, ...needs]) => part(column, ...needs)),
      having: havingParts(having, source),
    }),
  )
  return rows.map((row) => ({
    keys: Object.fromEntries(fields.map((field, index) => [field, row[`g${index}`]!])),
    sums: row,
  }))
}

function havingParts(having: GroupConditions | null | undefined, { amount }: Source): Part[] {
  if (!having) return []
  return [
    ...comparisons('count(*)', having.count),
    ...comparisons(`sum(${amount})`, having.sum),
    ...comparisons(`min(${amount})`, having.min),
    ...comparisons(`max(${amount})`, having.max),
    ...comparisons(average(amount), having.average),
  ]
}

/** In whole numbers: half away from zero, as `quotient` does it. */
function average(amount: string): string {
  const sum = `cast(sum(${amount}) as bigint)`
  const rounded = (size: string): string => `((2 * ${size} + count(*)) / (2 * count(*)))`
  return `(case when ${sum} < 0 then -${rounded(`(-${sum})`)} else ${rounded(sum)} end)`
}

const signs = { equals: '=', greaterThan: '>', atLeast: '>=', lessThan: '<', atMost: '<=' } as const

function comparisons(
  figure: string,
  condition: MoneyCondition | CountCondition | null | undefined,
): Part[] {
  if (!condition) return []
  return (Object.keys(signs) as (keyof typeof signs)[]).flatMap((name) => {
    const value = condition[name]
    return value === null || value === undefined ? [] : [part(`${figure} ${signs[name]} ${value}`)]
  })
}
