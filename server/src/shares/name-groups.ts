import type { LineKind, MoneySource } from '../budget/budget-line.entity.ts'
import { Budget, type BudgetState } from '../budget/budget.entity.ts'
import type { RequestContext } from '../context.ts'
import type { JointService } from '../joint-service/joint-service.entity.ts'
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
  const services = await loaded(context.jointServices, [...new Set(serviceIds)])
  const municipalities = await loaded(context.municipalities, ids('MUNICIPALITY'))
  const counties = await loaded(context.counties, ids('COUNTY'))

  const text = (keys: GroupKeys, field: GroupField): string | null =>
    keys[field] === undefined ? null : String(keys[field])
  const found = <T>(all: ReadonlyMap<string, T>, id: string | null): T | null =>
    id === null ? null : (all.get(id) ?? null)
  return (keys) => ({
    municipality: found<Municipality>(municipalities, text(keys, 'MUNICIPALITY')),
    county: found<County>(counties, text(keys, 'COUNTY')),
    year: keys.YEAR === undefined ? null : Number(keys.YEAR),
    jointService: found<JointService>(services, text(keys, 'JOINT_SERVICE')),
    budget: found(budgetOf, text(keys, 'BUDGET')),
    budgetState: text(keys, 'BUDGET_STATE') as BudgetState | null,
    section: text(keys, 'SECTION'),
    keyName: text(keys, 'KEY'),
    moneySource: text(keys, 'MONEY_SOURCE') as MoneySource | null,
    kind: text(keys, 'KIND') as LineKind | null,
  })
}

interface Loader<T> {
  loadMany(ids: readonly string[]): Promise<readonly (T | Error | null)[]>
}

async function loaded<T>(loader: Loader<T>, ids: readonly string[]): Promise<Map<string, T>> {
  const all = await loader.loadMany(ids)
  return new Map(
    all.flatMap((one, index) =>
      one === null || one instanceof Error ? [] : [[ids[index]!, one] as const],
    ),
  )
}
