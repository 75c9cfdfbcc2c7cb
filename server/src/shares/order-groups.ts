import { Fault } from '@andel/schema/fault'
import { BudgetState } from '../budget/budget.entity.ts'
import { SortDirection } from '../connection/sort-direction.ts'
import { type Sums, quotient } from './aggregate.ts'
import type { GroupField, GroupOrderField } from './group-fields.ts'
import type { NamedKeys } from './name-groups.ts'

/** A group, as far as its place among others goes. */
export interface Placed {
  readonly keys: NamedKeys
  readonly sums: Sums
  /** Name of the joint service of its budget. */
  readonly service: string
  readonly perInhabitant: bigint | null
}

export interface GroupOrder {
  readonly field: GroupOrderField
  readonly direction: SortDirection
}

type Value = string | number | bigint | null

const states = Object.values(BudgetState)

/** What a group is ordered by: text as Swedish orders it, numbers by size, null last whichever the direction. */
function valueOf({ keys, sums, service, perInhabitant }: Placed, field: GroupOrderField): Value {
  switch (field) {
    case 'MUNICIPALITY':
      return keys.municipality?.code ?? null
    case 'MUNICIPALITY_NAME':
      return keys.municipality?.name ?? null
    case 'COUNTY':
      return keys.county?.code ?? null
    case 'YEAR':
      return keys.year
    case 'JOINT_SERVICE':
      return keys.jointService?.name ?? null
    case 'BUDGET':
      return keys.budget && `${service}\n${keys.budget.year}`
    case 'BUDGET_STATE':
      return keys.budgetState && states.indexOf(keys.budgetState)
    case 'SECTION':
      return keys.section
    case 'KEY':
      return keys.keyName
    case 'MONEY_SOURCE':
      return keys.moneySource
    case 'KIND':
      return keys.kind
    case 'COUNT':
      return sums.count
    case 'SUM':
      return sums.sum
    case 'MIN':
      return sums.min
    case 'MAX':
      return sums.max
    case 'AVERAGE':
      return quotient(sums.sum, sums.count)
    case 'PER_INHABITANT':
      return perInhabitant
  }
}

const collator = new Intl.Collator('sv')

/** Groups in the wanted order; those that are alike in it by what they are grouped by. */
export function orderGroups<G extends Placed>(
  groups: readonly G[],
  orderBy: readonly GroupOrder[],
  fields: readonly GroupField[],
): G[] {
  const rest = fields.map((field) => ({ field, direction: SortDirection.ASC }))
  const all = [...orderBy, ...rest].map(({ field, direction }) => ({
    values: new Map(groups.map((group) => [group, valueOf(group, field)])),
    sign: direction === SortDirection.DESC ? -1 : 1,
  }))
  return groups.toSorted((a, b) => {
    for (const { values, sign } of all) {
      const order = compare(values.get(a)!, values.get(b)!, sign)
      if (order !== 0) return order
    }
    return 0
  })
}

function compare(a: Value, b: Value, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'string' && typeof b === 'string')
    return sign * (collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0))
  return a < b ? -sign : a > b ? sign : 0
}

/** @throws {Fault} `BAD_INPUT` for a negative number of groups */
export function firstOf<G>(groups: readonly G[], first: number | null | undefined): G[] {
  if (first == null) return [...groups]
  if (first < 0) throw new Fault('BAD_INPUT', { first })
  return groups.slice(0, first)
}
