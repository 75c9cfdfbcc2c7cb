import type { FilterQuery } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/sqlite'
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Participation, participationConditions } from '../agreement/participation.entity.ts'
import { nameHolds, oneOf, said } from '../connection/conditions.ts'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import { byCode, byText, inMemory } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { County } from './county.entity.ts'
import {
  MunicipalityFilter,
  MunicipalityOrder,
  type MunicipalityOrderField,
} from './municipality-filter.ts'
import { Municipality } from './municipality.entity.ts'

const MunicipalityConnection = connectionOf('Municipality', () => Municipality)

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
    @Arg('filter', () => MunicipalityFilter, {
      nullable: true,
      description: 'Which municipalities.',
    })
    filter: MunicipalityFilter | undefined,
    @Arg('orderBy', () => MunicipalityOrder, {
      nullable: true,
      description: 'In which order they come.',
    })
    orderBy: MunicipalityOrder | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: RequestContext,
  ): Promise<Connection<Municipality>> {
    const found = await em.find(Municipality, await conditions(em, filter))
    // At most 290, and no database collates å, ä and ö as Swedish does: ordered and searched here.
    const matching = found.filter(({ name }) => nameHolds(name, filter?.nameContains))
    const ordered = inMemory(matching, orderBy && [orderBy], comparisons, byCodeAlone)
    return connectList(ordered, page)
  }

  @FieldResolver(() => County, { description: 'The county it lies in.' })
  county(@Root() municipality: Municipality, @Ctx() { counties }: RequestContext): Promise<County> {
    return counties.load(municipality.county.code)
  }
}

type Comparison = (a: Municipality, b: Municipality) => number

const byCodeAlone: Comparison = (a, b) => byCode(a.code, b.code)

const comparisons: Readonly<Record<MunicipalityOrderField, Comparison>> = {
  CODE: byCodeAlone,
  NAME: (a, b) => byText(a.name, b.name),
  COUNTY: (a, b) => byCode(a.county.code, b.county.code) || byText(a.name, b.name),
}

/** One statement more when it is asked who takes part, and none otherwise. */
async function conditions(
  em: EntityManager,
  filter: MunicipalityFilter | undefined,
): Promise<FilterQuery<Municipality>> {
  const { jointServiceSlugs: slugs, participatesOn: on } = filter ?? {}
  const participants =
    slugs || on
      ? await em.find(Participation, participationConditions({ jointServiceSlugs: slugs, on }))
      : undefined
  return {
    $and: [
      said({ code: oneOf(filter?.codes), county: filter?.countyCode }),
      said({ county: oneOf(filter?.countyCodes) }),
      said({ code: oneOf(participants?.map(({ municipality }) => municipality.code)) }),
    ].filter((condition) => Object.keys(condition).length > 0),
  } as FilterQuery<Municipality>
}
