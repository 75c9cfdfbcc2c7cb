import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Viewer } from '../sign-in/viewer.ts'
import { ApiToken } from './api-token.entity.ts'
import { createToken, ownTokens, revokeToken } from './own-tokens.ts'
import { CreateTokenInput, RevokeTokenInput } from './token-input.ts'
import { CreateTokenPayload, RevokeTokenPayload } from './token-payload.ts'

@Resolver(() => Viewer)
export class OwnTokensResolver {
  @FieldResolver(() => [ApiToken], {
    description:
      'Tokens of one’s own, the newest first: those that work, and those that stopped within 30 days. In a session alone, never with a token.',
  })
  tokens(@Ctx() { em, actor }: RequestContext): Promise<ApiToken[]> {
    return ownTokens(em, actor)
  }

  @Mutation(() => CreateTokenPayload, {
    description:
      'Makes a token of one’s own; at most 20 work at a time. In a session alone. Faults: BAD_TEXT, BAD_INPUT, TOO_MANY_TOKENS.',
  })
  createToken(
    @Arg('input', () => CreateTokenInput, { description: 'The token, as it is to be.' })
    input: CreateTokenInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateTokenPayload> {
    return createToken(context, input)
  }

  @Mutation(() => RevokeTokenPayload, {
    description:
      'Lets a token of one’s own stop working at once, for good. In a session alone. Fault: NOT_FOUND.',
  })
  async revokeToken(
    @Arg('input', () => RevokeTokenInput, { description: 'Which one it is about.' })
    { id }: RevokeTokenInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeTokenPayload> {
    return { token: await revokeToken(context, id) }
  }
}
