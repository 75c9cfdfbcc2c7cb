import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import { SortDirection } from '../connection/sort-direction.ts'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { IsoDate } from '../scalars/index.ts'
import { PopulationFigure } from './population-figure.entity.ts'

const PopulationFigureConnection = connectionOf('PopulationFigure', () => PopulationFigure)

@InputType({ description: 'Which population figures. Conditions that are left out do not limit.' })
export class PopulationFilter {
  @Field(() => IsoDate, { nullable: true, description: 'Only those of this date.' })
  on?: string

  @Field(() => IsoDate, { nullable: true, description: 'Only those of this date or later.' })
  from?: string

  @Field(() => IsoDate, { nullable: true, description: 'Only those of this date or earlier.' })
  to?: string
}

enum PopulationOrderField {
  ON = 'ON',
  INHABITANTS = 'INHABITANTS',
}

registerEnumType(PopulationOrderField, {
  name: 'PopulationOrderField',
  description: 'What population figures can be ordered by.',
  valuesConfig: {
    ON: { description: 'Reference date.' },
    INHABITANTS: { description: 'Number of inhabitants.' },
  },
})

@InputType({ description: 'In which order.' })
export class PopulationOrder {
  @Field(() => PopulationOrderField, { description: 'By what.' })
  field: PopulationOrderField

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which way.' })
  direction: SortDirection
}

@Resolver(() => PopulationFigure)
export class PopulationFigureResolver {
  @FieldResolver(() => Municipality, { description: 'Whose inhabitants.' })
  municipality(
    @Root() figure: PopulationFigure,
    @Ctx() { municipalities }: RequestContext,
  ): Promise<Municipality | null> {
    return municipalities.load(figure.municipality.code)
  }

  @FieldResolver(() => [PopulationFigure], {
    description: 'All revisions of the figure of this municipality and date, oldest first.',
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
    @Arg('on', () => IsoDate, { description: 'Reference date.' }) on: string,
    @Ctx() { populations }: RequestContext,
  ): Promise<PopulationFigure | null> {
    const figures = await populations.load(municipality.code)
    return figures.find((figure) => figure.on === on) ?? null
  }

  @FieldResolver(() => PopulationFigureConnection, {
    description: 'Newest revision of each figure, by date unless an order is given.',
  })
  async populations(
    @Root() municipality: Municipality,
    @Arg('filter', () => PopulationFilter, { nullable: true, description: 'Which.' })
    filter: PopulationFilter | undefined,
    @Arg('orderBy', () => PopulationOrder, { nullable: true, description: 'In which order.' })
    orderBy: PopulationOrder | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { populations }: RequestContext,
  ): Promise<Connection<PopulationFigure>> {
    const { on, from = '', to = '9999' } = filter ?? {}
    const matching = (await populations.load(municipality.code)).filter(
      (figure) => (on === undefined || figure.on === on) && figure.on >= from && figure.on <= to,
    )
    const ordered =
      orderBy?.field === PopulationOrderField.INHABITANTS
        ? matching.toSorted((a, b) => a.inhabitants - b.inhabitants)
        : matching
    return connectList(
      orderBy?.direction === SortDirection.DESC ? ordered.toReversed() : ordered,
      page,
    )
  }
}
