import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { PageArgs, connectList } from '../connection/connection.ts'
import { type Order, byCode, inMemory, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { IsoDate } from '../scalars/index.ts'
import {
  type PopulationConnection,
  PopulationFigureConnection,
  aggregateOf,
} from './population-aggregate.ts'
import { PopulationFigure } from './population-figure.entity.ts'
import {
  PopulationFilter,
  PopulationOrder,
  type PopulationOrderField,
  figurePasses,
} from './population-filter.ts'

@Resolver(() => PopulationFigure)
export class PopulationFigureResolver {
  @FieldResolver(() => Municipality, {
    description: 'The municipality whose inhabitants they are.',
  })
  municipality(
    @Root() figure: PopulationFigure,
    @Ctx() { directory }: RequestContext,
  ): Municipality | null {
    return directory.find(figure.municipality.code)
  }

  @FieldResolver(() => [PopulationFigure], {
    description:
      'All revisions of the figure of this municipality and date, oldest first; also those that came later than a past budget.',
  })
  revisions(
    @Root() figure: PopulationFigure,
    @Ctx() { revisions }: RequestContext,
  ): Promise<PopulationFigure[]> {
    return revisions.load(figure)
  }
}

@Resolver(() => Municipality)
export class MunicipalityPopulationResolver {
  @Query(() => [IsoDate], {
    description: 'Reference dates with at least one figure, newest first.',
  })
  async populationDates(@Ctx() { em }: RequestContext): Promise<string[]> {
    const rows = await em
      .createQueryBuilder(PopulationFigure, 'p')
      .select('p.on', true)
      .orderBy({ on: 'desc' })
      .execute<{ on: string }[]>('all')
    return rows.map((row) => row.on)
  }

  @FieldResolver(() => PopulationFigure, {
    nullable: true,
    description: 'Newest revision of the figure of exactly this date; null when there is none.',
  })
  async population(
    @Root() municipality: Municipality,
    @Arg('on', () => IsoDate, { description: 'Reference date (mätdatum) of the figure.' })
    on: string,
    @Ctx() { populations }: RequestContext,
  ): Promise<PopulationFigure | null> {
    const figures = await populations.load(municipality.code)
    return figures.find((figure) => figure.on === on) ?? null
  }

  @FieldResolver(() => PopulationFigure, {
    nullable: true,
    description: 'Its figure of the latest date; null when there is none.',
  })
  latestPopulation(
    @Root() { code }: Municipality,
    @Ctx() { populations }: RequestContext,
  ): PopulationFigure | null | Promise<PopulationFigure | null> {
    const newest = (figures: readonly PopulationFigure[]) => figures.at(-1) ?? null
    const figures = populations.load(code)
    return figures instanceof Promise ? figures.then(newest) : newest(figures)
  }

  @FieldResolver(() => PopulationFigureConnection, {
    description: 'Newest revision of each figure, by date unless an order is given.',
  })
  async populations(
    @Root() municipality: Municipality,
    @Arg('filter', () => PopulationFilter, {
      nullable: true,
      description: 'Which figures to list.',
    })
    filter: PopulationFilter | undefined,
    @Arg('orderBy', () => [PopulationOrder], { nullable: true, description: orderText })
    orderBy: Order<PopulationOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { populations }: RequestContext,
  ): Promise<PopulationConnection> {
    const all = await populations.load(municipality.code) // by date
    const matching = filter ? all.filter((figure) => figurePasses(figure, filter)) : all
    const ordered = orderBy?.length ? inMemory(matching, orderBy, comparisons, () => 0) : matching
    return { ...connectList(ordered, page), sumUp: () => aggregateOf(matching) }
  }
}

type Comparison = (a: PopulationFigure, b: PopulationFigure) => number

const comparisons: Readonly<Record<PopulationOrderField, Comparison>> = {
  ON: (a, b) => byCode(a.on, b.on),
  INHABITANTS: (a, b) => a.inhabitants - b.inhabitants,
  MUNICIPALITY_CODE: () => 0, // all of one municipality
  QUALITY: (a, b) => byCode(a.quality, b.quality),
  RECORDED_AT: (a, b) => a.recordedAt.getTime() - b.recordedAt.getTime(),
}
