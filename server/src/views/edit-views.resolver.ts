import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { removeView, renewViewToken, revokeViewToken, saveView, updateView } from './edit-views.ts'
import {
  RemoveViewInput,
  RenewViewTokenInput,
  RevokeViewTokenInput,
  SaveViewInput,
  UpdateViewInput,
} from './view-input.ts'
import {
  RemoveViewPayload,
  RenewViewTokenPayload,
  RevokeViewTokenPayload,
  SaveViewPayload,
  UpdateViewPayload,
} from './view-payload.ts'

@Resolver()
export class EditViewsResolver {
  @Mutation(() => SaveViewPayload, {
    description:
      'Saves a query under a name and gives it an address with a token of its own; at most 100 of a person. Faults: BAD_TEXT, BAD_INPUT, TOO_MANY_VIEWS.',
  })
  saveView(
    @Arg('input', () => SaveViewInput, { description: 'The view, as it then is.' })
    input: SaveViewInput,
    @Ctx() { em, actor }: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<SaveViewPayload> {
    return saveView(em, schema, actor, input)
  }

  @Mutation(() => UpdateViewPayload, {
    description: 'Changes the name or the query of a view. Its address and its token stay.',
  })
  updateView(
    @Arg('input', () => UpdateViewInput, { description: 'What to change.' }) input: UpdateViewInput,
    @Ctx() { em, actor }: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<UpdateViewPayload> {
    return updateView(em, schema, actor, input)
  }

  @Mutation(() => RemoveViewPayload, { description: 'Removes a view and its address.' })
  removeView(
    @Arg('input', () => RemoveViewInput, { description: 'Which one it is about.' }) {
      id,
    }: RemoveViewInput,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<RemoveViewPayload> {
    return removeView(em, actor, id)
  }

  @Mutation(() => RenewViewTokenPayload, {
    description: 'Gives a view a new token; the one before stops working at once.',
  })
  renewViewToken(
    @Arg('input', () => RenewViewTokenInput, { description: 'Which one it is about.' }) {
      id,
    }: RenewViewTokenInput,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<RenewViewTokenPayload> {
    return renewViewToken(em, actor, id)
  }

  @Mutation(() => RevokeViewTokenPayload, {
    description: 'Lets the token of a view stop working at once, without a new one.',
  })
  revokeViewToken(
    @Arg('input', () => RevokeViewTokenInput, { description: 'Which one it is about.' })
    { id }: RevokeViewTokenInput,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<RevokeViewTokenPayload> {
    return revokeViewToken(em, actor, id)
  }
}
