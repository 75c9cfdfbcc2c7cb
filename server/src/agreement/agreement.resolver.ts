import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import { ownId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Agreement } from './agreement.entity.ts'
import { Participation } from './participation.entity.ts'

const AgreementConnection = connectionOf('Agreement', () => Agreement)

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, {
    nullable: true,
    description: 'The agreement with this id; null when there is none.',
  })
  agreement(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() { em }: RequestContext,
  ): Promise<Agreement | null> {
    return em.findOne(Agreement, { id: ownId(id, 'Agreement') })
  }

  @Query(() => AgreementConnection, { description: 'Agreements, the newest first.' })
  async agreements(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: RequestContext,
  ): Promise<Connection<Agreement>> {
    return connectList(
      await em.findAll(Agreement, { orderBy: { validFrom: 'desc', title: 'asc' } }),
      page,
    )
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

@Resolver(() => Participation)
export class ParticipationResolver {
  @FieldResolver(() => Agreement, { description: 'In what.' })
  agreement(
    @Root() participation: Participation,
    @Ctx() context: RequestContext,
  ): Promise<Agreement> {
    return context.agreement.load(participation.agreement.id)
  }

  @FieldResolver(() => Municipality, { description: 'Who.' })
  municipality(
    @Root() participation: Participation,
    @Ctx() { municipalities }: RequestContext,
  ): Promise<Municipality | null> {
    return municipalities.load(participation.municipality.code)
  }
}
