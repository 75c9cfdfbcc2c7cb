import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Participation } from '../agreement/participation.entity.ts'
import { authorize } from '../access/authorize.ts'
import type { RequestContext } from '../context.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'

@Resolver(() => JointService)
export class GrantableMunicipalitiesResolver {
  @FieldResolver(() => [Municipality], {
    description:
      'For which municipalities somebody can be given a role in it: those that are or have been parties, by code. For administrators.',
  })
  async grantableMunicipalities(
    @Root() { id }: JointService,
    @Ctx() { em, actor, directory }: RequestContext,
  ): Promise<Municipality[]> {
    authorize(actor, 'people.read')
    const parties = await em.find(Participation, { agreement: { jointService: id } })
    const codes = new Set(parties.map(({ municipality }) => municipality.code))
    return directory.all.filter(({ code }) => codes.has(code))
  }
}
