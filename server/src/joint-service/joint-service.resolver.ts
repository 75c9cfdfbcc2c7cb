import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import type { RequestContext } from '../context.ts'
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
    @Ctx() { em }: RequestContext,
  ): Promise<JointService | null> {
    return em.findOne(JointService, { slug })
  }

  @Query(() => JointServiceConnection, { description: 'Joint services, by name.' })
  async jointServices(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: RequestContext,
  ): Promise<Connection<JointService>> {
    const all = await em.findAll(JointService)
    return connectList(
      all.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
      page,
    )
  }
}
