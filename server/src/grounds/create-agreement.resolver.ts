import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { createAgreement } from './create-agreement.ts'
import { CreateAgreementInput } from './create-agreement-input.ts'
import { CreateAgreementPayload } from './create-agreement-payload.ts'

@Resolver()
export class CreateAgreementResolver {
  @Mutation(() => CreateAgreementPayload, {
    description:
      'Creates an agreement with its default key and participants: all of it, or nothing.',
  })
  createAgreement(
    @Arg('input', () => CreateAgreementInput, { description: 'What has been agreed.' })
    input: CreateAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateAgreementPayload> {
    context.forget()
    return createAgreement(context.em, context.actor, input)
  }
}
