import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { connectRows } from '../connection/connect-rows.ts'
import { PageArgs } from '../connection/connection.ts'
import { type Order, type Way, inDatabase, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import {
  PopulationAggregate,
  type PopulationConnection,
  PopulationFigureConnection,
  aggregateWhere,
} from './population-aggregate.ts'
import { PopulationFigure } from './population-figure.entity.ts'
import {
  PopulationFigureFilter,
  PopulationOrder,
  PopulationOrderField,
  figureConditions,
} from './population-filter.ts'

const columns = {
  [PopulationOrderField.ON]: (way: Way) => ({ on: way }),
  [PopulationOrderField.INHABITANTS]: (way: Way) => ({ inhabitants: way }),
  [PopulationOrderField.MUNICIPALITY_CODE]: (way: Way) => ({ municipality: way }),
  [PopulationOrderField.QUALITY]: (way: Way) => ({ quality: way }),
  [PopulationOrderField.RECORDED_AT]: (way: Way) => ({ recordedAt: way }),
}

@Resolver(() => PopulationFigureConnection)
export class PopulationFiguresResolver {
  @Query(() => PopulationFigureConnection, {
    description:
      'Population figures of all municipalities, the newest revision of each; by municipality code and date unless an order is given.',
  })
  async populationFigures(
    @Arg('filter', () => PopulationFigureFilter, {
      nullable: true,
      description: 'Which figures to list.',
    })
    filter: PopulationFigureFilter | undefined,
    @Arg('orderBy', () => [PopulationOrder], { nullable: true, description: orderText })
    orderBy: Order<PopulationOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em }: RequestContext,
  ): Promise<PopulationConnection> {
    const where = figureConditions(filter)
    const rows = await connectRows(em, {
      entity: PopulationFigure,
      where,
      orderBy: inDatabase<PopulationOrderField, object>(orderBy, columns, [
        { municipality: 'asc' },
        { on: 'asc' },
      ]),
      page,
      info,
    })
    return { ...rows, sumUp: () => aggregateWhere(em, where) }
  }

  @FieldResolver(() => PopulationAggregate, {
    description: 'What all figures of the list come to, whatever the page.',
  })
  aggregate(
    @Root() connection: PopulationConnection,
  ): PopulationAggregate | Promise<PopulationAggregate> {
    return connection.sumUp()
  }
}
