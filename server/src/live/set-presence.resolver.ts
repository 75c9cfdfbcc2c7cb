import { Arg, Ctx, Extensions, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { SetPresenceInput, SetPresencePayload, setPresence } from './set-presence.ts'

@Resolver()
export class SetPresenceResolver {
  @Extensions({ storesNothing: true })
  @Mutation(() => SetPresencePayload, {
    description: 'Tells others in a budget where one is. Nothing is stored.',
  })
  setPresence(
    @Arg('input', () => SetPresenceInput, { description: 'What to tell.' }) input: SetPresenceInput,
    @Ctx() context: RequestContext,
  ): Promise<SetPresencePayload> {
    return setPresence(context, input)
  }
}
