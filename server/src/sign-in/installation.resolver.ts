import { Ctx, Extensions, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { InstallationState } from './installation-state.ts'

@Resolver()
export class InstallationResolver {
  @Extensions({ varies: true })
  @Query(() => InstallationState, { description: 'This installation, for whoever is to sign in.' })
  installation(@Ctx() { installation }: RequestContext): InstallationState {
    return installation
  }
}
