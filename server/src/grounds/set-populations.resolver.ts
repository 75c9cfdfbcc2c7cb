import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { setPopulations } from './set-populations.ts'
import { SetPopulationsInput } from './set-populations-input.ts'
import { SetPopulationsPayload } from './set-populations-payload.ts'

@Resolver()
export class SetPopulationsResolver {
  @Mutation(() => SetPopulationsPayload, {
    description:
      'Sets population figures, all or none, each as a new revision, and tells what that does to budgets.',
  })
  setPopulations(
    @Arg('input', () => SetPopulationsInput, { description: 'The figures to set: all or none.' })
    input: SetPopulationsInput,
    @Ctx() context: RequestContext,
  ): Promise<SetPopulationsPayload> {
    context.forget()
    return setPopulations(context.em, context.actor, input)
  }
}
