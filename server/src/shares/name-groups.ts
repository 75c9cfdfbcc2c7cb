import type { LineKind, MoneySource } from '../budget/budget-line.entity.ts'
import { Budget, type BudgetState } from '../budget/budget.entity.ts'
import type { RequestContext } from '../context.ts'
import type { County } from '../municipality/county.entity.ts'
import type { Municipality } from '../municipality/municipality.entity.ts'
import type { GroupField } from './group-fields.ts'
import type { GroupKeys, GroupRow } from './group-rows.ts'
import type { LineGroupKeys } from './group-types.ts'

/** Everything that groups are told apart by, as the API gives it. */
export interface NamedKeys extends LineGroupKeys {
  readonly municipality: Municipality | null
  readonly county: County | null
}

/** What the keys of groups stand for: one statement for each kind of thing, however many groups there are. */
export async function nameGroups(
  context: RequestContext,
  rows: readonly GroupRow[],
): Promise<(keys: GroupKeys) => NamedKeys> {
  const ids = (field: GroupField): string[] => [
    ...new Set(
      rows.flatMap(({ keys }) => (keys[field] === undefined ? [] : [String(keys[field])])),
    ),
  ]
  const budgetIds = ids('BUDGET')
  const budgets =
    budgetIds.length > 0 ? await context.em.find(Budget, { id: { $in: budgetIds } }) : []
  const budgetOf = new Map(budgets.map((budget) => [budget.id, budget]))
  const serviceIds = [...ids('JOINT_SERVICE'), ...budgets.map((budget) => budget.jointService.id)]
  const services = await context.jointServices.loadMany([...new Set(serviceIds)])
  const serviceOf = new Map(
    services.flatMap((one) => (one instanceof Error ? [] : [[one.id, one] as const])),
  )
  const { directory } = context

  const text = (keys: GroupKeys, field: GroupField): string | null =>
    keys[field] === undefined ? null : String(keys[field])
  return (keys) => ({
    municipality: named(text(keys, 'MUNICIPALITY'), (code) => directory.find(code)),
    county: named(text(keys, 'COUNTY'), (code) => directory.county(code)),
    year: keys.YEAR === undefined ? null : Number(keys.YEAR),
    jointService: named(text(keys, 'JOINT_SERVICE'), (id) => serviceOf.get(id)),
    budget: named(text(keys, 'BUDGET'), (id) => budgetOf.get(id)),
    budgetState: text(keys, 'BUDGET_STATE') as BudgetState | null,
    section: text(keys, 'SECTION'),
    keyName: text(keys, 'KEY'),
    moneySource: text(keys, 'MONEY_SOURCE') as MoneySource | null,
    kind: text(keys, 'KIND') as LineKind | null,
  })
}

/** What an id stands for; null when groups are not told apart by it. */
function named<T>(id: string | null, find: (id: string) => T | null | undefined): T | null {
  return id === null ? null : (find(id) ?? null)
}
