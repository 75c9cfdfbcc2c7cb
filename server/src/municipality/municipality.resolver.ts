import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Actor } from '../access/actor.ts'
import { readable } from '../access/readable.ts'
import { Participation, participationConditions } from '../agreement/participation.entity.ts'
import { nameHolds } from '../connection/conditions.ts'
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
    @Ctx() { directory }: RequestContext,
  ): Municipality | null {
    return directory.find(code)
  }

  @Query(() => MunicipalityConnection, {
    description: 'Municipalities, by code unless an order is given.',
  })
  async municipalities(
    @Arg('filter', () => MunicipalityFilter, {
      nullable: true,
      description: 'Which municipalities to list.',
    })
    filter: MunicipalityFilter | undefined,
    @Arg('orderBy', () => MunicipalityOrder, {
      nullable: true,
      description: 'In which order they come.',
    })
    orderBy: MunicipalityOrder | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, directory, actor }: RequestContext,
  ): Promise<Connection<Municipality>> {
    const matching = filter
      ? directory.all.filter(await conditions(em, actor, filter))
      : directory.all
    const ordered = orderBy ? inMemory(matching, [orderBy], comparisons, byCodeAlone) : matching
    return connectList(ordered, page)
  }

  @FieldResolver(() => County, { description: 'The county it lies in.' })
  county(@Root() municipality: Municipality, @Ctx() { directory }: RequestContext): County | null {
    return directory.county(municipality.county.code)
  }
}

type Comparison = (a: Municipality, b: Municipality) => number

const byCodeAlone: Comparison = (a, b) => byCode(a.code, b.code)

const comparisons: Readonly<Record<MunicipalityOrderField, Comparison>> = {
  CODE: byCodeAlone,
  NAME: (a, b) => byText(a.name, b.name),
  COUNTY: (a, b) => byCode(a.county.code, b.county.code) || byText(a.name, b.name),
}

/** One statement when it is asked who takes part, and none otherwise. */
async function conditions(
  em: EntityManager,
  actor: Actor,
  filter: MunicipalityFilter,
): Promise<(municipality: Municipality) => boolean> {
  const { jointServiceSlugs: slugs, participatesOn: on } = filter
  const participants =
    slugs || on
      ? await em.find(Participation, {
          $and: [
            participationConditions({ jointServiceSlugs: slugs, on }),
            readable(actor, 'agreement', 'jointService'),
          ],
        })
      : undefined
  const wanted = <T>(values: readonly T[] | null | undefined): ((value: T) => boolean) => {
    const some = values && new Set(values)
    return (value) => !some || some.has(value)
  }
  const inCodes = wanted(filter.codes)
  const inCounties = wanted(filter.countyCodes)
  const takesPart = wanted(participants?.map(({ municipality }) => municipality.code))
  return ({ code, name, county }) =>
    inCodes(code) &&
    inCounties(county.code) &&
    (filter.countyCode == null || county.code === filter.countyCode) &&
    takesPart(code) &&
    nameHolds(name, filter.nameContains)
}
