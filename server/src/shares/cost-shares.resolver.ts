import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { CostShare } from '../budget/cost-share.ts'
import { askedFields } from '../connection/asked-fields.ts'
import { type Connection, PageArgs, PageInfo, connectionOf } from '../connection/connection.ts'
import type { RequestContext } from '../context.ts'
import { CostShareAggregate } from './aggregate.ts'
import { shareConditions } from './conditions.ts'
import { CostShareGroupField } from './group-fields.ts'
import { groupShares } from './groups.ts'
import { CostShareGroup, CostShareGroupOrder } from './group-types.ts'
import { GroupConditions } from './having.ts'
import { CostShareFilter } from './line-filter.ts'
import { CostShareOrder } from './list-order.ts'
import { spotText } from './spot.ts'
import { List, findShare } from './lists.ts'
import { SharesResidual, sharesResidual } from './shares-residual.ts'
import { shareSource } from './statement.ts'
import { sumShares } from './sums.ts'
import { linesAddUp } from './lines-add-up.ts'

const CostShareConnection = connectionOf('CostShare', () => CostShare, spotText)

@Resolver(() => CostShareConnection)
export class CostSharesResolver {
  @Query(() => CostShareConnection, {
    description:
      'Shares of the lines of all budgets: by joint service, the newest year first, as in the sheet and by municipality code, unless an order is given.',
  })
  costShares(
    @Arg('filter', () => CostShareFilter, { nullable: true, description: 'Which shares to list.' })
    filter: CostShareFilter | undefined,
    @Arg('orderBy', () => [CostShareOrder], {
      nullable: true,
      description: 'In which order: by the first, then by the second, and so on.',
    })
    orderBy: CostShareOrder[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): List<CostShare> {
    const where = shareConditions(context.actor, filter)
    return new List(
      context,
      { source: shareSource, where, orderBy: orderBy ?? [], page },
      findShare,
    )
  }

  @FieldResolver()
  edges(@Root() list: List<CostShare>): Promise<Connection<CostShare>['edges']> {
    return list.edges()
  }

  @FieldResolver()
  nodes(@Root() list: List<CostShare>): Promise<CostShare[]> {
    return list.nodes()
  }

  @FieldResolver()
  pageInfo(@Root() list: List<CostShare>, @Info() info: GraphQLResolveInfo): Promise<PageInfo> {
    return list.pageInfo(askedFields(info))
  }

  @FieldResolver()
  totalCount(@Root() list: List<CostShare>): Promise<number> {
    return list.count()
  }

  @FieldResolver(() => CostShareAggregate, {
    description: 'Figures of all shares that the filter lets through, whatever the page.',
  })
  async aggregate(@Root() list: List<CostShare>): Promise<CostShareAggregate> {
    return new CostShareAggregate(await sumShares(list.context.em, await list.rows()))
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether every line that has a share in the list, whatever the page, adds up: all its shares, also those that the filter leaves out, and its difference to its amount.',
  })
  async sumOk(@Root() list: List<CostShare>): Promise<boolean> {
    return linesAddUp(list.context.em, await list.rows())
  }

  @FieldResolver(() => SharesResidual, {
    description:
      'What the shares of the list, whatever the page, bear of what rounding left over in their lines, by municipality.',
  })
  async residual(@Root() list: List<CostShare>): Promise<SharesResidual> {
    return sharesResidual(list.context, await list.rows())
  }

  @FieldResolver(() => [CostShareGroup], {
    description:
      'All shares that the filter lets through, whatever the page, in groups: ordered by what they are grouped by unless an order is given.',
  })
  async groupBy(
    @Root() list: List<CostShare>,
    @Arg('fields', () => [CostShareGroupField], {
      description: 'What a group has in common. Several: every combination that there is.',
    })
    fields: CostShareGroupField[],
    @Arg('having', () => GroupConditions, {
      nullable: true,
      description: 'Only groups whose figures are so.',
    })
    having: GroupConditions | undefined,
    @Arg('orderBy', () => [CostShareGroupOrder], {
      nullable: true,
      description: 'In which order: by the first, then by the second, and so on.',
    })
    orderBy: CostShareGroupOrder[] | undefined,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many groups.' })
    first: number | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CostShareGroup[]> {
    return groupShares(context, await list.rows(), { fields, having, orderBy, first })
  }
}
