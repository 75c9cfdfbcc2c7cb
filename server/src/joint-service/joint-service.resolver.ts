import type { FilterQuery } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql'
import { readableServices } from '../access/readable.ts'
import { Participation, participationConditions } from '../agreement/participation.entity.ts'
import { nameHolds, oneOf, said } from '../connection/conditions.ts'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import { type Order, byCode, byText, inMemory, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import {
  JointServiceFilter,
  JointServiceOrder,
  type JointServiceOrderField,
} from './joint-service-filter.ts'
import { JointService } from './joint-service.entity.ts'

const JointServiceConnection = connectionOf('JointService', () => JointService)

@Resolver(() => JointService)
export class JointServiceResolver {
  @Query(() => JointService, {
    nullable: true,
    description: 'The joint service with this slug; null when there is none.',
  })
  jointService(
    @Arg('slug', () => String, { description: 'Its name in addresses, e.g. "familjehemscentrum".' })
    slug: string,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<JointService | null> {
    return em.findOne(JointService, { slug, ...readableServices(actor) })
  }

  @Query(() => JointServiceConnection, {
    description: 'Joint services, by name unless an order is given.',
  })
  async jointServices(
    @Arg('filter', () => JointServiceFilter, {
      nullable: true,
      description: 'Which joint services to list.',
    })
    filter: JointServiceFilter | undefined,
    @Arg('orderBy', () => [JointServiceOrder], { nullable: true, description: orderText })
    orderBy: Order<JointServiceOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<JointService>> {
    // As many as municipalities have bodies in common: ordered and searched here, as Swedish has it.
    const found = await em.find(JointService, {
      $and: [await conditions(em, filter), readableServices(actor)],
    })
    const matching = found.filter(({ name }) => nameHolds(name, filter?.nameContains))
    return connectList(
      inMemory(
        matching,
        orderBy,
        comparisons,
        (a, b) => byText(a.name, b.name) || byCode(a.id, b.id),
      ),
      page,
    )
  }
}

type Comparison = (a: JointService, b: JointService) => number

const comparisons: Readonly<Record<JointServiceOrderField, Comparison>> = {
  NAME: (a, b) => byText(a.name, b.name),
  SLUG: (a, b) => byCode(a.slug, b.slug),
  BODY: (a, b) => byText(a.body, b.body),
}

/** One statement more when it is asked who takes part, and none otherwise. */
async function conditions(
  em: EntityManager,
  filter: JointServiceFilter | undefined,
): Promise<FilterQuery<JointService>> {
  const { municipalityCodes, participatesOn: on } = filter ?? {}
  const participations =
    municipalityCodes || on
      ? await em.find(Participation, participationConditions({ municipalityCodes, on }), {
          populate: ['agreement'],
        })
      : undefined
  const ids = participations?.map(({ agreement }) => agreement.unwrap().jointService.id)
  return said({
    slug: oneOf(filter?.slugs),
    body: oneOf(filter?.bodies),
    id: oneOf(ids && [...new Set(ids)]),
  }) as FilterQuery<JointService>
}
