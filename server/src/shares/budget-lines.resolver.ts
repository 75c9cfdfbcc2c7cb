import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { SheetLine } from '../budget/sheet-line.ts'
import { askedFields } from '../connection/asked-fields.ts'
import { type Connection, PageArgs, PageInfo, connectionOf } from '../connection/connection.ts'
import type { RequestContext } from '../context.ts'
import { BudgetLineAggregate } from './aggregate.ts'
import { lineConditions } from './conditions.ts'
import { BudgetLineGroupField } from './group-fields.ts'
import { groupLines } from './groups.ts'
import { BudgetLineGroup, BudgetLineGroupOrder } from './group-types.ts'
import { GroupConditions } from './having.ts'
import { BudgetLineFilter } from './line-filter.ts'
import { BudgetLineOrder } from './list-order.ts'
import { spotText } from './spot.ts'
import { List, findLine } from './lists.ts'
import { lineSource } from './statement.ts'
import { sumLines } from './sums.ts'

const BudgetLineConnection = connectionOf('BudgetLine', () => SheetLine, spotText)

@Resolver(() => BudgetLineConnection)
export class BudgetLinesResolver {
  @Query(() => BudgetLineConnection, {
    description:
      'Lines of all budgets: by joint service, the newest year first, and as in the sheet, unless an order is given.',
  })
  budgetLines(
    @Arg('filter', () => BudgetLineFilter, { nullable: true, description: 'Which lines to list.' })
    filter: BudgetLineFilter | undefined,
    @Arg('orderBy', () => [BudgetLineOrder], {
      nullable: true,
      description: 'In which order: by the first, then by the second, and so on.',
    })
    orderBy: BudgetLineOrder[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): List<SheetLine> {
    const where = lineConditions(context.actor, filter)
    return new List(context, { source: lineSource, where, orderBy: orderBy ?? [], page }, findLine)
  }

  @FieldResolver()
  edges(@Root() list: List<SheetLine>): Promise<Connection<SheetLine>['edges']> {
    return list.edges()
  }

  @FieldResolver()
  nodes(@Root() list: List<SheetLine>): Promise<SheetLine[]> {
    return list.nodes()
  }

  @FieldResolver()
  pageInfo(@Root() list: List<SheetLine>, @Info() info: GraphQLResolveInfo): Promise<PageInfo> {
    return list.pageInfo(askedFields(info))
  }

  @FieldResolver()
  totalCount(@Root() list: List<SheetLine>): Promise<number> {
    return list.count()
  }

  @FieldResolver(() => BudgetLineAggregate, {
    description: 'Figures of all lines that the filter lets through, whatever the page.',
  })
  async aggregate(@Root() list: List<SheetLine>): Promise<BudgetLineAggregate> {
    return new BudgetLineAggregate(await sumLines(list.context.em, await list.rows()))
  }

  @FieldResolver(() => [BudgetLineGroup], {
    description:
      'All lines that the filter lets through, whatever the page, in groups: ordered by what they are grouped by unless an order is given.',
  })
  async groupBy(
    @Root() list: List<SheetLine>,
    @Arg('fields', () => [BudgetLineGroupField], {
      description: 'What a group has in common. Several: every combination that there is.',
    })
    fields: BudgetLineGroupField[],
    @Arg('having', () => GroupConditions, {
      nullable: true,
      description: 'Only groups whose figures are so.',
    })
    having: GroupConditions | undefined,
    @Arg('orderBy', () => [BudgetLineGroupOrder], {
      nullable: true,
      description: 'In which order: by the first, then by the second, and so on.',
    })
    orderBy: BudgetLineGroupOrder[] | undefined,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many groups.' })
    first: number | undefined,
    @Ctx() context: RequestContext,
  ): Promise<BudgetLineGroup[]> {
    return groupLines(context, await list.rows(), { fields, having, orderBy, first })
  }
}
