import type { RequestContext } from '../context.ts'
import { BudgetLineAggregate, CostShareAggregate, type Sums } from './aggregate.ts'
import type { GroupField } from './group-fields.ts'
import { type GroupRow, groupRows } from './group-rows.ts'
import type { BudgetLineGroup, CostShareGroup } from './group-types.ts'
import type { GroupConditions } from './having.ts'
import { type NamedKeys, nameGroups } from './name-groups.ts'
import { type GroupOrder, firstOf, orderGroups } from './order-groups.ts'
import { perInhabitant } from './per-inhabitant.ts'
import { type Part, type Source, lineSource, shareSource } from './statement.ts'
import { type SumRow, lineSumColumns, lineSums, shareSumColumns, shareSums } from './sums.ts'

/** How to group. */
interface Grouping {
  readonly fields: readonly GroupField[]
  readonly having: GroupConditions | null | undefined
  readonly orderBy: readonly GroupOrder[] | null | undefined
  readonly first: number | null | undefined
}

/** Groups of the lines that meet some conditions. */
export async function groupLines(
  context: RequestContext,
  where: readonly Part[],
  grouping: Grouping,
): Promise<BudgetLineGroup[]> {
  const groups = await grouped(context, lineSource, lineSumColumns, where, grouping, lineSums)
  return groups.map(({ keys, sums }) => ({ ...keys, aggregate: new BudgetLineAggregate(sums) }))
}

/** Groups of the shares that meet some conditions. */
export async function groupShares(
  context: RequestContext,
  where: readonly Part[],
  grouping: Grouping,
): Promise<CostShareGroup[]> {
  const groups = await grouped(context, shareSource, shareSumColumns, where, grouping, shareSums)
  return groups.map(({ keys, sums }) => ({ ...keys, aggregate: new CostShareAggregate(sums) }))
}

interface Group<S extends Sums> {
  readonly keys: NamedKeys
  readonly sums: S
  readonly service: string
  readonly perInhabitant: bigint | null
}

async function grouped<S extends Sums>(
  context: RequestContext,
  source: Source,
  columns: readonly Part[],
  where: readonly Part[],
  { fields, having, orderBy, first }: Grouping,
  sumsOf: (row: SumRow) => S,
): Promise<Group<S>[]> {
  const once = [...new Set(fields)]
  const rows = await groupRows(context.em, { source, sums: columns, where, fields: once, having })
  const named = await nameGroups(context, rows)
  const wantsInhabitants = orderBy?.some(({ field }) => field === 'PER_INHABITANT') ?? false
  const groups = await Promise.all(
    rows.map(async (row: GroupRow): Promise<Group<S>> => {
      const keys = named(row.keys)
      const sums = sumsOf(row.sums)
      const service = keys.budget
        ? (await context.jointServices.load(keys.budget.jointService.id)).name
        : ''
      return {
        keys,
        sums,
        service,
        perInhabitant: wantsInhabitants ? await perInhabitant(context, keys, sums.sum) : null,
      }
    }),
  )
  return firstOf(orderGroups(groups, orderBy ?? [], once), first)
}
