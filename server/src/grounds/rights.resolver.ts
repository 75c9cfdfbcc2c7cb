import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { can } from '../access/can.ts'
import { Agreement } from '../agreement/agreement.entity.ts'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'

/** What whoever asks may do outside a budget. */
@Resolver(() => Municipality)
export class MunicipalityRightsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether whoever asks may set its numbers of inhabitants.',
  })
  maySetPopulation(
    @Root() { code }: Municipality,
    @Ctx() { settable }: RequestContext,
  ): Promise<boolean> {
    return settable.load(code)
  }
}

@Resolver(() => Agreement)
export class AgreementRightsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether whoever asks may change it.' })
  mayEdit(@Root() { jointService }: Agreement, @Ctx() { actor }: RequestContext): boolean {
    return can(actor, 'agreement.edit', { jointService: jointService.id })
  }
}
