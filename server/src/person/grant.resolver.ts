import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Grant } from './grant.entity.ts'

@Resolver(() => Grant)
export class GrantResolver {
  @FieldResolver(() => JointService, {
    nullable: true,
    description: 'Where; null for the whole installation.',
  })
  jointService(
    @Root() grant: Grant,
    @Ctx() { jointServices }: RequestContext,
  ): Promise<JointService> | null {
    return grant.jointService && jointServices.load(grant.jointService.id)
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'For which municipality; null when it is not for one.',
  })
  municipality(
    @Root() grant: Grant,
    @Ctx() { directory }: RequestContext,
  ): Municipality | null | undefined {
    return grant.municipality && directory.find(grant.municipality.code)
  }
}
