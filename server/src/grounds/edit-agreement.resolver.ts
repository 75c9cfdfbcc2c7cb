import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { editAgreement } from './edit-agreement.ts'
import { EditAgreementInput } from './edit-agreement-input.ts'
import { EditAgreementPayload } from './edit-agreement-payload.ts'

@Resolver()
export class EditAgreementResolver {
  @Mutation(() => EditAgreementPayload, {
    description:
      'Applies edits to an agreement, all or none, and tells what that does to its budgets.',
  })
  editAgreement(
    @Arg('input', () => EditAgreementInput, { description: 'The edits: all are made, or none.' })
    input: EditAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<EditAgreementPayload> {
    context.forget()
    return editAgreement(context.em, context.actor, input)
  }
}
