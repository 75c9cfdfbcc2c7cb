import type { FilterQuery } from '@mikro-orm/core'
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
import { County } from './county.entity.ts'
import { Municipality } from './municipality.entity.ts'

const MunicipalityConnection = connectionOf('Municipality', () => Municipality)

@InputType({ description: 'Which municipalities. Conditions that are left out do not limit.' })
export class MunicipalityFilter {
  @Field(() => [String], { nullable: true, description: 'Only those with one of these codes.' })
  codes?: string[]

  @Field(() => String, { nullable: true, description: 'Only those of this county, e.g. "23".' })
  countyCode?: string

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name holds this text, whatever its case.',
  })
  nameContains?: string
}

enum MunicipalityOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
}

registerEnumType(MunicipalityOrderField, {
  name: 'MunicipalityOrderField',
  description: 'What municipalities can be ordered by.',
  valuesConfig: {
    CODE: { description: 'Municipality code.' },
    NAME: { description: 'Name, as Swedish orders it: Å, Ä and Ö last.' },
  },
})

@InputType({ description: 'In which order.' })
export class MunicipalityOrder {
  @Field(() => MunicipalityOrderField, { description: 'By what.' })
  field: MunicipalityOrderField

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which way.' })
  direction: SortDirection
}

@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => Municipality, {
    nullable: true,
    description: 'The municipality with this code; null when there is none.',
  })
  municipality(
    @Arg('code', () => String, { description: 'Four digits, e.g. "2303".' }) code: string,
    @Ctx() { municipalities }: RequestContext,
  ): Promise<Municipality | null> {
    return municipalities.load(code)
  }

  @Query(() => MunicipalityConnection, {
    description: 'Municipalities, by code unless an order is given.',
  })
  async municipalities(
    @Arg('filter', () => MunicipalityFilter, { nullable: true, description: 'Which.' })
    filter: MunicipalityFilter | undefined,
    @Arg('orderBy', () => MunicipalityOrder, { nullable: true, description: 'In which order.' })
    orderBy: MunicipalityOrder | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: RequestContext,
  ): Promise<Connection<Municipality>> {
    const found = await em.find(Municipality, conditions(filter), {
      orderBy: { code: 'asc' },
    })
    // At most 290, and no database collates å, ä and ö as Swedish does: ordered and searched here.
    const text = filter?.nameContains?.trim().toLocaleLowerCase('sv')
    const matching = text
      ? found.filter(({ name }) => name.toLocaleLowerCase('sv').includes(text))
      : found
    const ordered =
      orderBy?.field === MunicipalityOrderField.NAME
        ? matching.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
        : matching
    return connectList(
      orderBy?.direction === SortDirection.DESC ? ordered.toReversed() : ordered,
      page,
    )
  }

  @FieldResolver(() => County, { description: 'The county it lies in.' })
  county(@Root() municipality: Municipality, @Ctx() { counties }: RequestContext): Promise<County> {
    return counties.load(municipality.county.code)
  }
}

function conditions(filter: MunicipalityFilter | undefined): FilterQuery<Municipality> {
  return {
    ...(filter?.codes && { code: { $in: filter.codes } }),
    ...(filter?.countyCode && { county: filter.countyCode }),
  }
}
