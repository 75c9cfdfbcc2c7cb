import type { FilterQuery } from '@mikro-orm/core'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import type { Actor } from '../access/actor.ts'
import { readable } from '../access/readable.ts'
import { oneOf, said, within } from '../connection/conditions.ts'
import { connectRows } from '../connection/connect-rows.ts'
import { type Connection, PageArgs, connectionOf } from '../connection/connection.ts'
import { type Order, type Way, byText, inDatabase, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { IsoDate } from '../scalars/index.ts'
import {
  ParticipationFilter,
  ParticipationOrder,
  ParticipationOrderField,
} from './agreement-filter.ts'
import { Agreement } from './agreement.entity.ts'
import { Participation, participationConditions } from './participation.entity.ts'

const ParticipationConnection = connectionOf('Participation', () => Participation)

const columns = {
  [ParticipationOrderField.MUNICIPALITY_CODE]: (way: Way) => ({ municipality: way }),
  [ParticipationOrderField.JOINT_SERVICE]: (way: Way) => ({
    agreement: { jointService: { slug: way } },
  }),
  [ParticipationOrderField.FROM]: (way: Way) => ({ fromDate: way }),
  [ParticipationOrderField.TO]: (way: Way) => ({ toDate: way }),
}

@Resolver(() => Participation)
export class ParticipationResolver {
  @Query(() => ParticipationConnection, {
    description:
      'Who takes part in what, and when; by municipality code and first day unless an order is given.',
  })
  participations(
    @Arg('filter', () => ParticipationFilter, {
      nullable: true,
      description: 'Which participations to list.',
    })
    filter: ParticipationFilter | undefined,
    @Arg('orderBy', () => [ParticipationOrder], { nullable: true, description: orderText })
    orderBy: Order<ParticipationOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<Participation>> {
    return connectRows(em, {
      entity: Participation,
      where: conditions(actor, filter ?? {}),
      orderBy: inDatabase<ParticipationOrderField, object>(orderBy, columns, [
        { municipality: 'asc' },
        { fromDate: 'asc' },
        { id: 'asc' },
      ]),
      page,
      info,
    })
  }

  @FieldResolver(() => Agreement, { description: 'The agreement it is a part of.' })
  agreement(
    @Root() participation: Participation,
    @Ctx() context: RequestContext,
  ): Promise<Agreement> {
    return context.agreement.load(participation.agreement.id)
  }

  @FieldResolver(() => JointService, { description: 'The joint service that it is about.' })
  async jointService(
    @Root() participation: Participation,
    @Ctx() { agreement, jointServices }: RequestContext,
  ): Promise<JointService> {
    const { jointService } = await agreement.load(participation.agreement.id)
    return jointServices.load(jointService.id)
  }

  @FieldResolver(() => Municipality, { description: 'The municipality that takes part.' })
  municipality(
    @Root() participation: Participation,
    @Ctx() { directory }: RequestContext,
  ): Municipality | null {
    return directory.find(participation.municipality.code)
  }
}

function conditions(actor: Actor, filter: ParticipationFilter): FilterQuery<Participation> {
  const { countyCodes, startsFrom, startsTo, untilFurtherNotice } = filter
  return {
    $and: [
      readable(actor, 'agreement', 'jointService'),
      participationConditions(filter),
      said({ fromDate: within(startsFrom, startsTo) }),
      ...(countyCodes ? [{ municipality: { county: oneOf(countyCodes) } }] : []),
      ...(untilFurtherNotice == null
        ? []
        : [{ toDate: untilFurtherNotice ? null : { $ne: null } }]),
    ].filter((condition) => Object.keys(condition).length > 0),
  } as FilterQuery<Participation>
}

@Resolver(() => Municipality)
export class MunicipalityParticipationsResolver {
  @FieldResolver(() => [Participation], {
    description: 'What it takes part in: on a day, or ever when no day is said. By first day.',
  })
  async participations(
    @Root() municipality: Municipality,
    @Arg('on', () => IsoDate, { nullable: true, description: 'Only those that cover this day.' })
    on: string | undefined,
    @Ctx() { participationsOf }: RequestContext,
  ): Promise<Participation[]> {
    return covering(await participationsOf.load(municipality.code), on)
  }

  @FieldResolver(() => [JointService], {
    description:
      'The joint services it takes part in: on a day, or ever when no day is said. By name.',
  })
  async jointServices(
    @Root() municipality: Municipality,
    @Arg('on', () => IsoDate, { nullable: true, description: 'The day it takes part.' })
    on: string | undefined,
    @Ctx() { participationsOf, agreement, jointServices }: RequestContext,
  ): Promise<JointService[]> {
    const participations = covering(await participationsOf.load(municipality.code), on)
    const services = await Promise.all(
      participations.map(async (one) => {
        const { jointService } = await agreement.load(one.agreement.id)
        return jointServices.load(jointService.id)
      }),
    )
    return [...new Set(services)].toSorted((a, b) => byText(a.name, b.name))
  }
}

@Resolver(() => JointService)
export class JointServiceParticipantsResolver {
  @FieldResolver(() => [Municipality], {
    description: 'Who takes part in it: on a day, or ever when no day is said. By code.',
  })
  async participants(
    @Root() service: JointService,
    @Arg('on', () => IsoDate, { nullable: true, description: 'The day they take part.' })
    on: string | undefined,
    @Ctx() { agreements, participations, directory }: RequestContext,
  ): Promise<Municipality[]> {
    const all = await participations.loadMany(
      (await agreements.load(service.id)).map(({ id }) => id),
    )
    const codes = all.flatMap((some) =>
      some instanceof Error ? [] : covering(some, on).map((one) => one.municipality.code),
    )
    return [...new Set(codes)].toSorted().flatMap((code) => directory.find(code) ?? [])
  }
}

function covering(
  participations: readonly Participation[],
  on: string | undefined,
): Participation[] {
  return participations.filter(
    ({ fromDate, toDate }) => on == null || (fromDate <= on && (toDate === null || on <= toDate)),
  )
}
