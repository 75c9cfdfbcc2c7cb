import type { FilterQuery } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Actor } from '../access/actor.ts'
import { readable } from '../access/readable.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { nameHolds, oneOf, said, within } from '../connection/conditions.ts'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import { ownId } from '../connection/global-id.ts'
import { type Order, byCode, byText, inMemory, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { AgreementFilter, AgreementOrder, type AgreementOrderField } from './agreement-filter.ts'
import { Agreement } from './agreement.entity.ts'
import { Participation, participationConditions } from './participation.entity.ts'

const AgreementConnection = connectionOf('Agreement', () => Agreement)

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, {
    nullable: true,
    description: 'The agreement with this id; null when there is none.',
  })
  agreement(
    @Arg('id', () => ID, { description: 'Global id of what is looked for.' }) id: string,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Agreement | null> {
    return em.findOne(Agreement, {
      id: ownId(id, 'Agreement'),
      ...readable(actor, 'jointService'),
    })
  }

  @Query(() => AgreementConnection, {
    description: 'Agreements, the newest first unless an order is given.',
  })
  async agreements(
    @Arg('filter', () => AgreementFilter, {
      nullable: true,
      description: 'Which agreements to list.',
    })
    filter: AgreementFilter | undefined,
    @Arg('orderBy', () => [AgreementOrder], { nullable: true, description: orderText })
    orderBy: Order<AgreementOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<Agreement>> {
    // A few for each joint service: ordered and searched here, as Swedish has it.
    const found = await em.find(Agreement, await conditions(em, actor, filter), {
      populate: ['jointService'],
      strategy: 'joined',
    })
    const matching = found.filter(({ title }) => nameHolds(title, filter?.titleContains))
    return connectList(inMemory(matching, orderBy, comparisons, newestFirst), page)
  }

  @FieldResolver(() => JointService, { description: 'What it is about.' })
  jointService(
    @Root() agreement: Agreement,
    @Ctx() { jointServices }: RequestContext,
  ): Promise<JointService> {
    return jointServices.load(agreement.jointService.id)
  }

  @FieldResolver(() => DistributionKey, { description: 'The key that new budgets begin with.' })
  defaultKey(
    @Root() agreement: Agreement,
    @Ctx() { keys }: RequestContext,
  ): Promise<DistributionKey> {
    return keys.load(agreement.defaultKey.id)
  }

  @FieldResolver(() => [Participation], {
    description: 'Who takes part, and when; by municipality code.',
  })
  participations(
    @Root() agreement: Agreement,
    @Ctx() { participations }: RequestContext,
  ): Promise<Participation[]> {
    return participations.load(agreement.id)
  }
}

type Comparison = (a: Agreement, b: Agreement) => number

const newestFirst: Comparison = (a, b) =>
  byCode(b.validFrom, a.validFrom) || byText(a.title, b.title) || byCode(a.id, b.id)

const comparisons: Readonly<Record<AgreementOrderField, Comparison>> = {
  VALID_FROM: (a, b) => byCode(a.validFrom, b.validFrom),
  VALID_TO: (a, b) => byCode(a.validTo, b.validTo),
  TITLE: (a, b) => byText(a.title, b.title),
  JOINT_SERVICE: (a, b) => byText(a.jointService.unwrap().name, b.jointService.unwrap().name),
}

/** One statement more when it is asked who takes part, and none otherwise. */
async function conditions(
  em: EntityManager,
  actor: Actor,
  asked: AgreementFilter | null | undefined,
): Promise<FilterQuery<Agreement>> {
  const filter = asked ?? {}
  const { municipalityCodes, on, untilFurtherNotice, jointServiceSlugs } = filter
  const participations =
    municipalityCodes &&
    (await em.find(Participation, participationConditions({ municipalityCodes, on })))
  return {
    $and: [
      readable(actor, 'jointService'),
      said({
        id: oneOf(participations?.map(({ agreement }) => agreement.id)),
        validFrom: within(filter.startsFrom, filter.startsTo),
        noticePeriod: oneOf(filter.noticePeriods),
      }),
      ...(jointServiceSlugs ? [{ jointService: { slug: oneOf(jointServiceSlugs) } }] : []),
      ...(on == null
        ? []
        : [{ validFrom: { $lte: on }, $or: [{ validTo: null }, { validTo: { $gte: on } }] }]),
      ...(untilFurtherNotice == null
        ? []
        : [{ validTo: untilFurtherNotice ? null : { $ne: null } }]),
    ].filter((condition) => Object.keys(condition).length > 0),
  } as FilterQuery<Agreement>
}

@Resolver(() => JointService)
export class JointServiceAgreementsResolver {
  @FieldResolver(() => [Agreement], { description: 'Its agreements, the newest first.' })
  agreements(
    @Root() service: JointService,
    @Ctx() { agreements }: RequestContext,
  ): Promise<Agreement[]> {
    return agreements.load(service.id)
  }
}
